// Made from src/fly/schema/schemas.ts by src/fly/schema/compile.ts. Do not edit.
export const account = validate57;
const schema29 = { properties: { email: { type: 'string' } }, additionalProperties: true };
function validate57(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    if (data.email !== undefined) {
      if (!(typeof data.email == 'string')) {
        validate57.errors = [{ instancePath: instancePath + '/email', message: 'must be string' }];
        return false;
      }
    } else {
      validate57.errors = [{ instancePath, message: "must have property 'email'" }];
      return false;
    }
  }
  if (!valid0) {
    validate57.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
export const addresses = validate58;
const schema30 = {
  elements: {
    properties: { Address: { type: 'string' }, Type: { type: 'string' } },
    optionalProperties: { Region: { type: 'string', nullable: true } },
    additionalProperties: true,
  },
  nullable: true,
};
function validate58(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.Address !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.Address == 'string')) {
              validate58.errors = [
                { instancePath: instancePath + '/' + i0 + '/Address', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate58.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'Address'" },
            ];
            return false;
          }
          if (valid3) {
            if (data0.Type !== undefined) {
              const _errs2 = errors;
              if (!(typeof data0.Type == 'string')) {
                validate58.errors = [
                  { instancePath: instancePath + '/' + i0 + '/Type', message: 'must be string' },
                ];
                return false;
              }
              var valid3 = _errs2 === errors;
            } else {
              valid3 = false;
              validate58.errors = [
                { instancePath: instancePath + '/' + i0, message: "must have property 'Type'" },
              ];
              return false;
            }
            if (valid3) {
              if (data0.Region !== undefined) {
                let data3 = data0.Region;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate58.errors = [
                    { instancePath: instancePath + '/' + i0 + '/Region', message: 'must be string or null' },
                  ];
                  return false;
                }
              }
            }
          }
        }
        if (!valid2) {
          validate58.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate58.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate58.errors = vErrors;
  return errors === 0;
}
export const apps = validate59;
const schema31 = {
  elements: {
    properties: { Name: { type: 'string' } },
    optionalProperties: {
      Status: { type: 'string', nullable: true },
      Hostname: { type: 'string', nullable: true },
      Organization: {
        optionalProperties: {
          Slug: { type: 'string', nullable: true },
          RawSlug: { type: 'string', nullable: true },
          Name: { type: 'string', nullable: true },
        },
        additionalProperties: true,
        nullable: true,
      },
      CurrentRelease: {
        optionalProperties: {
          CreatedAt: { type: 'string', nullable: true },
          Status: { type: 'string', nullable: true },
        },
        additionalProperties: true,
        nullable: true,
      },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate59(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.Name !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.Name == 'string')) {
              validate59.errors = [
                { instancePath: instancePath + '/' + i0 + '/Name', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate59.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'Name'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.Status !== undefined) {
              let data2 = data0.Status;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate59.errors = [
                  { instancePath: instancePath + '/' + i0 + '/Status', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.Hostname !== undefined) {
                let data3 = data0.Hostname;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate59.errors = [
                    {
                      instancePath: instancePath + '/' + i0 + '/Hostname',
                      message: 'must be string or null',
                    },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
              if (valid4) {
                if (data0.Organization !== undefined) {
                  let data4 = data0.Organization;
                  const _errs6 = errors;
                  let valid5 = data4 === null;
                  if (!valid5 && typeof data4 == 'object' && !Array.isArray(data4)) {
                    valid5 = true;
                    var valid7;
                    if (data4.Slug !== undefined) {
                      let data5 = data4.Slug;
                      const _errs7 = errors;
                      if (!(data5 === null || typeof data5 == 'string')) {
                        validate59.errors = [
                          {
                            instancePath: instancePath + '/' + i0 + '/Organization/Slug',
                            message: 'must be string or null',
                          },
                        ];
                        return false;
                      }
                      var valid7 = _errs7 === errors;
                    } else {
                      valid7 = true;
                    }
                    if (valid7) {
                      if (data4.RawSlug !== undefined) {
                        let data6 = data4.RawSlug;
                        const _errs9 = errors;
                        if (!(data6 === null || typeof data6 == 'string')) {
                          validate59.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/Organization/RawSlug',
                              message: 'must be string or null',
                            },
                          ];
                          return false;
                        }
                        var valid7 = _errs9 === errors;
                      } else {
                        valid7 = true;
                      }
                      if (valid7) {
                        if (data4.Name !== undefined) {
                          let data7 = data4.Name;
                          const _errs11 = errors;
                          if (!(data7 === null || typeof data7 == 'string')) {
                            validate59.errors = [
                              {
                                instancePath: instancePath + '/' + i0 + '/Organization/Name',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid7 = _errs11 === errors;
                        } else {
                          valid7 = true;
                        }
                      }
                    }
                  }
                  if (!valid5) {
                    validate59.errors = [
                      {
                        instancePath: instancePath + '/' + i0 + '/Organization',
                        message: 'must be object or null',
                      },
                    ];
                    return false;
                  }
                  var valid4 = _errs6 === errors;
                } else {
                  valid4 = true;
                }
                if (valid4) {
                  if (data0.CurrentRelease !== undefined) {
                    let data8 = data0.CurrentRelease;
                    const _errs15 = errors;
                    let valid8 = data8 === null;
                    if (!valid8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                      valid8 = true;
                      var valid10;
                      if (data8.CreatedAt !== undefined) {
                        let data9 = data8.CreatedAt;
                        const _errs16 = errors;
                        if (!(data9 === null || typeof data9 == 'string')) {
                          validate59.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/CurrentRelease/CreatedAt',
                              message: 'must be string or null',
                            },
                          ];
                          return false;
                        }
                        var valid10 = _errs16 === errors;
                      } else {
                        valid10 = true;
                      }
                      if (valid10) {
                        if (data8.Status !== undefined) {
                          let data10 = data8.Status;
                          const _errs18 = errors;
                          if (!(data10 === null || typeof data10 == 'string')) {
                            validate59.errors = [
                              {
                                instancePath: instancePath + '/' + i0 + '/CurrentRelease/Status',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid10 = _errs18 === errors;
                        } else {
                          valid10 = true;
                        }
                      }
                    }
                    if (!valid8) {
                      validate59.errors = [
                        {
                          instancePath: instancePath + '/' + i0 + '/CurrentRelease',
                          message: 'must be object or null',
                        },
                      ];
                      return false;
                    }
                    var valid4 = _errs15 === errors;
                  } else {
                    valid4 = true;
                  }
                }
              }
            }
          }
        }
        if (!valid2) {
          validate59.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate59.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
export const certificates = validate60;
const schema32 = {
  elements: {
    optionalProperties: { Hostname: { type: 'string' }, hostname: { type: 'string' } },
    additionalProperties: true,
  },
  nullable: true,
};
function validate60(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid4;
          if (data0.Hostname !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.Hostname == 'string')) {
              validate60.errors = [
                { instancePath: instancePath + '/' + i0 + '/Hostname', message: 'must be string' },
              ];
              return false;
            }
            var valid4 = _errs1 === errors;
          } else {
            valid4 = true;
          }
          if (valid4) {
            if (data0.hostname !== undefined) {
              const _errs2 = errors;
              if (!(typeof data0.hostname == 'string')) {
                validate60.errors = [
                  { instancePath: instancePath + '/' + i0 + '/hostname', message: 'must be string' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
          }
        }
        if (!valid2) {
          validate60.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate60.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate60.errors = vErrors;
  return errors === 0;
}
export const execution = validate61;
const schema33 = {
  optionalProperties: {
    exit_code: { type: 'float64', nullable: true },
    stdout: { type: 'string', nullable: true },
    stderr: { type: 'string', nullable: true },
  },
  additionalProperties: true,
};
function validate61(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid2;
    if (data.exit_code !== undefined) {
      let data0 = data.exit_code;
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'number')) {
        validate61.errors = [
          { instancePath: instancePath + '/exit_code', message: 'must be float64 or null' },
        ];
        return false;
      }
      var valid2 = _errs0 === errors;
    } else {
      valid2 = true;
    }
    if (valid2) {
      if (data.stdout !== undefined) {
        let data1 = data.stdout;
        const _errs2 = errors;
        if (!(data1 === null || typeof data1 == 'string')) {
          validate61.errors = [{ instancePath: instancePath + '/stdout', message: 'must be string or null' }];
          return false;
        }
        var valid2 = _errs2 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.stderr !== undefined) {
          let data2 = data.stderr;
          const _errs4 = errors;
          if (!(data2 === null || typeof data2 == 'string')) {
            validate61.errors = [
              { instancePath: instancePath + '/stderr', message: 'must be string or null' },
            ];
            return false;
          }
          var valid2 = _errs4 === errors;
        } else {
          valid2 = true;
        }
      }
    }
  }
  if (!valid0) {
    validate61.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
export const leases = validate62;
const schema34 = {
  values: {
    optionalProperties: {
      data: {
        optionalProperties: {
          owner: { type: 'string', nullable: true },
          expires_at: { type: 'float64', nullable: true },
        },
        additionalProperties: true,
        nullable: true,
      },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate62(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0 && typeof data == 'object' && !Array.isArray(data)) {
    var valid1 = true;
    for (const key0 in data) {
      let data0 = data[key0];
      const _errs0 = errors;
      let valid2 = false;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        valid2 = true;
        if (data0.data !== undefined) {
          let data1 = data0.data;
          let valid5 = data1 === null;
          if (!valid5 && typeof data1 == 'object' && !Array.isArray(data1)) {
            valid5 = true;
            var valid7;
            if (data1.owner !== undefined) {
              let data2 = data1.owner;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate62.errors = [
                  {
                    instancePath:
                      instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/data/owner',
                    message: 'must be string or null',
                  },
                ];
                return false;
              }
              var valid7 = _errs2 === errors;
            } else {
              valid7 = true;
            }
            if (valid7) {
              if (data1.expires_at !== undefined) {
                let data3 = data1.expires_at;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'number')) {
                  validate62.errors = [
                    {
                      instancePath:
                        instancePath +
                        '/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/data/expires_at',
                      message: 'must be float64 or null',
                    },
                  ];
                  return false;
                }
                var valid7 = _errs4 === errors;
              } else {
                valid7 = true;
              }
            }
          }
          if (!valid5) {
            validate62.errors = [
              {
                instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/data',
                message: 'must be object or null',
              },
            ];
            return false;
          }
        }
      }
      if (!valid2) {
        validate62.errors = [
          {
            instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
            message: 'must be object',
          },
        ];
        return false;
      }
      var valid1 = _errs0 === errors;
      if (!valid1) {
        break;
      }
    }
    valid0 = valid1;
  } else if (!valid0) {
    validate62.errors = [{ instancePath, message: 'must be object or null' }];
    return false;
  }
  validate62.errors = vErrors;
  return errors === 0;
}
export const machines = validate63;
const schema35 = {
  definitions: {
    config: {
      optionalProperties: {
        image: { type: 'string', nullable: true },
        env: { values: { type: 'string', nullable: true }, nullable: true },
        metadata: { values: { type: 'string', nullable: true }, nullable: true },
        init: {
          optionalProperties: {
            exec: { elements: { type: 'string' }, nullable: true },
            entrypoint: { elements: { type: 'string' }, nullable: true },
            cmd: { elements: { type: 'string' }, nullable: true },
          },
          additionalProperties: true,
          nullable: true,
        },
        processes: {
          elements: {
            optionalProperties: {
              exec: { elements: { type: 'string' }, nullable: true },
              entrypoint: { elements: { type: 'string' }, nullable: true },
              cmd: { elements: { type: 'string' }, nullable: true },
            },
            additionalProperties: true,
          },
          nullable: true,
        },
        containers: { elements: {}, nullable: true },
        guest: {
          optionalProperties: {
            cpu_kind: { type: 'string', nullable: true },
            cpus: { type: 'float64', nullable: true },
            memory_mb: { type: 'float64', nullable: true },
          },
          additionalProperties: true,
          nullable: true,
        },
        mounts: {
          elements: {
            optionalProperties: {
              volume: { type: 'string', nullable: true },
              path: { type: 'string', nullable: true },
            },
            additionalProperties: true,
          },
          nullable: true,
        },
        services: { elements: { ref: 'service' }, nullable: true },
        checks: { values: { ref: 'check' }, nullable: true },
        restart: {
          optionalProperties: {
            policy: { type: 'string', nullable: true },
            max_retries: { type: 'float64', nullable: true },
          },
          additionalProperties: true,
          nullable: true,
        },
        stop_config: {
          optionalProperties: { timeout: { type: 'string', nullable: true } },
          additionalProperties: true,
          nullable: true,
        },
      },
      additionalProperties: true,
    },
    service: {
      optionalProperties: {
        protocol: { type: 'string', nullable: true },
        internal_port: { type: 'float64', nullable: true },
        autostop: {},
        autostart: { type: 'boolean', nullable: true },
        min_machines_running: { type: 'float64', nullable: true },
        ports: {
          elements: {
            optionalProperties: {
              port: { type: 'float64', nullable: true },
              handlers: { elements: { type: 'string' }, nullable: true },
            },
            additionalProperties: true,
          },
          nullable: true,
        },
        checks: { elements: { ref: 'check' }, nullable: true },
      },
      additionalProperties: true,
    },
    check: {
      optionalProperties: {
        type: { type: 'string', nullable: true },
        port: { type: 'float64', nullable: true },
        path: { type: 'string', nullable: true },
      },
      additionalProperties: true,
    },
  },
  elements: {
    properties: { id: { type: 'string' } },
    optionalProperties: {
      name: { type: 'string', nullable: true },
      state: { type: 'string', nullable: true },
      region: { type: 'string', nullable: true },
      private_ip: { type: 'string', nullable: true },
      created_at: { type: 'string', nullable: true },
      updated_at: { type: 'string', nullable: true },
      host_status: { type: 'string', nullable: true },
      cordoned: { type: 'boolean', nullable: true },
      containers: {
        elements: {
          optionalProperties: {
            name: { type: 'string', nullable: true },
            state: { type: 'string', nullable: true },
          },
          additionalProperties: true,
        },
        nullable: true,
      },
      image_ref: {
        optionalProperties: {
          repository: { type: 'string', nullable: true },
          tag: { type: 'string', nullable: true },
          digest: { type: 'string', nullable: true },
        },
        additionalProperties: true,
        nullable: true,
      },
      config: { ref: 'config', nullable: true },
      incomplete_config: { ref: 'config', nullable: true },
      events: {
        elements: {
          optionalProperties: {
            type: { type: 'string', nullable: true },
            status: { type: 'string', nullable: true },
            source: { type: 'string', nullable: true },
            timestamp: { type: 'float64', nullable: true },
            request: {
              optionalProperties: {
                exit_event: {
                  optionalProperties: {
                    exit_code: { type: 'float64', nullable: true },
                    oom_killed: { type: 'boolean', nullable: true },
                    requested_stop: { type: 'boolean', nullable: true },
                  },
                  additionalProperties: true,
                  nullable: true,
                },
                restart_count: { type: 'float64', nullable: true },
              },
              additionalProperties: true,
              nullable: true,
            },
          },
          additionalProperties: true,
        },
        nullable: true,
      },
      checks: {
        elements: {
          optionalProperties: {
            name: { type: 'string', nullable: true },
            status: { type: 'string', nullable: true },
            output: { type: 'string', nullable: true },
          },
          additionalProperties: true,
        },
        nullable: true,
      },
    },
    additionalProperties: true,
  },
  nullable: true,
};
const schema36 = {
  optionalProperties: {
    image: { type: 'string', nullable: true },
    env: { values: { type: 'string', nullable: true }, nullable: true },
    metadata: { values: { type: 'string', nullable: true }, nullable: true },
    init: {
      optionalProperties: {
        exec: { elements: { type: 'string' }, nullable: true },
        entrypoint: { elements: { type: 'string' }, nullable: true },
        cmd: { elements: { type: 'string' }, nullable: true },
      },
      additionalProperties: true,
      nullable: true,
    },
    processes: {
      elements: {
        optionalProperties: {
          exec: { elements: { type: 'string' }, nullable: true },
          entrypoint: { elements: { type: 'string' }, nullable: true },
          cmd: { elements: { type: 'string' }, nullable: true },
        },
        additionalProperties: true,
      },
      nullable: true,
    },
    containers: { elements: {}, nullable: true },
    guest: {
      optionalProperties: {
        cpu_kind: { type: 'string', nullable: true },
        cpus: { type: 'float64', nullable: true },
        memory_mb: { type: 'float64', nullable: true },
      },
      additionalProperties: true,
      nullable: true,
    },
    mounts: {
      elements: {
        optionalProperties: {
          volume: { type: 'string', nullable: true },
          path: { type: 'string', nullable: true },
        },
        additionalProperties: true,
      },
      nullable: true,
    },
    services: { elements: { ref: 'service' }, nullable: true },
    checks: { values: { ref: 'check' }, nullable: true },
    restart: {
      optionalProperties: {
        policy: { type: 'string', nullable: true },
        max_retries: { type: 'float64', nullable: true },
      },
      additionalProperties: true,
      nullable: true,
    },
    stop_config: {
      optionalProperties: { timeout: { type: 'string', nullable: true } },
      additionalProperties: true,
      nullable: true,
    },
  },
  additionalProperties: true,
};
const schema38 = {
  optionalProperties: {
    type: { type: 'string', nullable: true },
    port: { type: 'float64', nullable: true },
    path: { type: 'string', nullable: true },
  },
  additionalProperties: true,
};
const schema37 = {
  optionalProperties: {
    protocol: { type: 'string', nullable: true },
    internal_port: { type: 'float64', nullable: true },
    autostop: {},
    autostart: { type: 'boolean', nullable: true },
    min_machines_running: { type: 'float64', nullable: true },
    ports: {
      elements: {
        optionalProperties: {
          port: { type: 'float64', nullable: true },
          handlers: { elements: { type: 'string' }, nullable: true },
        },
        additionalProperties: true,
      },
      nullable: true,
    },
    checks: { elements: { ref: 'check' }, nullable: true },
  },
  additionalProperties: true,
};
function validate65(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid2;
    if (data.protocol !== undefined) {
      let data0 = data.protocol;
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'string')) {
        validate65.errors = [{ instancePath: instancePath + '/protocol', message: 'must be string or null' }];
        return false;
      }
      var valid2 = _errs0 === errors;
    } else {
      valid2 = true;
    }
    if (valid2) {
      if (data.internal_port !== undefined) {
        let data1 = data.internal_port;
        const _errs2 = errors;
        if (!(data1 === null || typeof data1 == 'number')) {
          validate65.errors = [
            { instancePath: instancePath + '/internal_port', message: 'must be float64 or null' },
          ];
          return false;
        }
        var valid2 = _errs2 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.autostart !== undefined) {
          let data2 = data.autostart;
          const _errs4 = errors;
          if (!(data2 === null || typeof data2 == 'boolean')) {
            validate65.errors = [
              { instancePath: instancePath + '/autostart', message: 'must be boolean or null' },
            ];
            return false;
          }
          var valid2 = _errs4 === errors;
        } else {
          valid2 = true;
        }
        if (valid2) {
          if (data.min_machines_running !== undefined) {
            let data3 = data.min_machines_running;
            const _errs6 = errors;
            if (!(data3 === null || typeof data3 == 'number')) {
              validate65.errors = [
                { instancePath: instancePath + '/min_machines_running', message: 'must be float64 or null' },
              ];
              return false;
            }
            var valid2 = _errs6 === errors;
          } else {
            valid2 = true;
          }
          if (valid2) {
            if (data.ports !== undefined) {
              let data4 = data.ports;
              const _errs8 = errors;
              let valid3 = data4 === null;
              if (!valid3) {
                if (Array.isArray(data4)) {
                  var valid4 = true;
                  const len0 = data4.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data5 = data4[i0];
                    const _errs9 = errors;
                    let valid5 = false;
                    if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                      valid5 = true;
                      var valid7;
                      if (data5.port !== undefined) {
                        let data6 = data5.port;
                        const _errs10 = errors;
                        if (!(data6 === null || typeof data6 == 'number')) {
                          validate65.errors = [
                            {
                              instancePath: instancePath + '/ports/' + i0 + '/port',
                              message: 'must be float64 or null',
                            },
                          ];
                          return false;
                        }
                        var valid7 = _errs10 === errors;
                      } else {
                        valid7 = true;
                      }
                      if (valid7) {
                        if (data5.handlers !== undefined) {
                          let data7 = data5.handlers;
                          const _errs12 = errors;
                          let valid8 = data7 === null;
                          if (!valid8) {
                            if (Array.isArray(data7)) {
                              var valid9 = true;
                              const len1 = data7.length;
                              for (let i1 = 0; i1 < len1; i1++) {
                                const _errs13 = errors;
                                if (!(typeof data7[i1] == 'string')) {
                                  validate65.errors = [
                                    {
                                      instancePath: instancePath + '/ports/' + i0 + '/handlers/' + i1,
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                                var valid9 = _errs13 === errors;
                                if (!valid9) {
                                  break;
                                }
                              }
                              valid8 = valid9;
                            } else {
                              validate65.errors = [
                                {
                                  instancePath: instancePath + '/ports/' + i0 + '/handlers',
                                  message: 'must be array or null',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid7 = _errs12 === errors;
                        } else {
                          valid7 = true;
                        }
                      }
                    }
                    if (!valid5) {
                      validate65.errors = [
                        { instancePath: instancePath + '/ports/' + i0, message: 'must be object' },
                      ];
                      return false;
                    }
                    var valid4 = _errs9 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                  valid3 = valid4;
                } else {
                  validate65.errors = [
                    { instancePath: instancePath + '/ports', message: 'must be array or null' },
                  ];
                  return false;
                }
              }
              var valid2 = _errs8 === errors;
            } else {
              valid2 = true;
            }
            if (valid2) {
              if (data.checks !== undefined) {
                let data9 = data.checks;
                const _errs17 = errors;
                let valid10 = data9 === null;
                if (!valid10) {
                  if (Array.isArray(data9)) {
                    var valid11 = true;
                    const len2 = data9.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data10 = data9[i2];
                      const _errs18 = errors;
                      let valid13 = false;
                      if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                        valid13 = true;
                        var valid15;
                        if (data10.type !== undefined) {
                          let data11 = data10.type;
                          const _errs20 = errors;
                          if (!(data11 === null || typeof data11 == 'string')) {
                            validate65.errors = [
                              {
                                instancePath: instancePath + '/checks/' + i2 + '/type',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid15 = _errs20 === errors;
                        } else {
                          valid15 = true;
                        }
                        if (valid15) {
                          if (data10.port !== undefined) {
                            let data12 = data10.port;
                            const _errs22 = errors;
                            if (!(data12 === null || typeof data12 == 'number')) {
                              validate65.errors = [
                                {
                                  instancePath: instancePath + '/checks/' + i2 + '/port',
                                  message: 'must be float64 or null',
                                },
                              ];
                              return false;
                            }
                            var valid15 = _errs22 === errors;
                          } else {
                            valid15 = true;
                          }
                          if (valid15) {
                            if (data10.path !== undefined) {
                              let data13 = data10.path;
                              const _errs24 = errors;
                              if (!(data13 === null || typeof data13 == 'string')) {
                                validate65.errors = [
                                  {
                                    instancePath: instancePath + '/checks/' + i2 + '/path',
                                    message: 'must be string or null',
                                  },
                                ];
                                return false;
                              }
                              var valid15 = _errs24 === errors;
                            } else {
                              valid15 = true;
                            }
                          }
                        }
                      }
                      if (!valid13) {
                        validate65.errors = [
                          { instancePath: instancePath + '/checks/' + i2, message: 'must be object' },
                        ];
                        return false;
                      }
                      var valid11 = _errs18 === errors;
                      if (!valid11) {
                        break;
                      }
                    }
                    valid10 = valid11;
                  } else {
                    validate65.errors = [
                      { instancePath: instancePath + '/checks', message: 'must be array or null' },
                    ];
                    return false;
                  }
                }
                var valid2 = _errs17 === errors;
              } else {
                valid2 = true;
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    validate65.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
function validate64(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid2;
    if (data.image !== undefined) {
      let data0 = data.image;
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'string')) {
        validate64.errors = [{ instancePath: instancePath + '/image', message: 'must be string or null' }];
        return false;
      }
      var valid2 = _errs0 === errors;
    } else {
      valid2 = true;
    }
    if (valid2) {
      if (data.env !== undefined) {
        let data1 = data.env;
        const _errs2 = errors;
        let valid3 = data1 === null;
        if (!valid3 && typeof data1 == 'object' && !Array.isArray(data1)) {
          var valid4 = true;
          for (const key0 in data1) {
            let data2 = data1[key0];
            const _errs3 = errors;
            if (!(data2 === null || typeof data2 == 'string')) {
              validate64.errors = [
                {
                  instancePath: instancePath + '/env/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                  message: 'must be string or null',
                },
              ];
              return false;
            }
            var valid4 = _errs3 === errors;
            if (!valid4) {
              break;
            }
          }
          valid3 = valid4;
        } else if (!valid3) {
          validate64.errors = [{ instancePath: instancePath + '/env', message: 'must be object or null' }];
          return false;
        }
        var valid2 = _errs2 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.metadata !== undefined) {
          let data3 = data.metadata;
          const _errs6 = errors;
          let valid5 = data3 === null;
          if (!valid5 && typeof data3 == 'object' && !Array.isArray(data3)) {
            var valid6 = true;
            for (const key1 in data3) {
              let data4 = data3[key1];
              const _errs7 = errors;
              if (!(data4 === null || typeof data4 == 'string')) {
                validate64.errors = [
                  {
                    instancePath: instancePath + '/metadata/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                    message: 'must be string or null',
                  },
                ];
                return false;
              }
              var valid6 = _errs7 === errors;
              if (!valid6) {
                break;
              }
            }
            valid5 = valid6;
          } else if (!valid5) {
            validate64.errors = [
              { instancePath: instancePath + '/metadata', message: 'must be object or null' },
            ];
            return false;
          }
          var valid2 = _errs6 === errors;
        } else {
          valid2 = true;
        }
        if (valid2) {
          if (data.init !== undefined) {
            let data5 = data.init;
            const _errs10 = errors;
            let valid7 = data5 === null;
            if (!valid7 && typeof data5 == 'object' && !Array.isArray(data5)) {
              valid7 = true;
              var valid9;
              if (data5.exec !== undefined) {
                let data6 = data5.exec;
                const _errs11 = errors;
                let valid10 = data6 === null;
                if (!valid10) {
                  if (Array.isArray(data6)) {
                    var valid11 = true;
                    const len0 = data6.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs12 = errors;
                      if (!(typeof data6[i0] == 'string')) {
                        validate64.errors = [
                          { instancePath: instancePath + '/init/exec/' + i0, message: 'must be string' },
                        ];
                        return false;
                      }
                      var valid11 = _errs12 === errors;
                      if (!valid11) {
                        break;
                      }
                    }
                    valid10 = valid11;
                  } else {
                    validate64.errors = [
                      { instancePath: instancePath + '/init/exec', message: 'must be array or null' },
                    ];
                    return false;
                  }
                }
                var valid9 = _errs11 === errors;
              } else {
                valid9 = true;
              }
              if (valid9) {
                if (data5.entrypoint !== undefined) {
                  let data8 = data5.entrypoint;
                  const _errs14 = errors;
                  let valid12 = data8 === null;
                  if (!valid12) {
                    if (Array.isArray(data8)) {
                      var valid13 = true;
                      const len1 = data8.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        const _errs15 = errors;
                        if (!(typeof data8[i1] == 'string')) {
                          validate64.errors = [
                            {
                              instancePath: instancePath + '/init/entrypoint/' + i1,
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                        var valid13 = _errs15 === errors;
                        if (!valid13) {
                          break;
                        }
                      }
                      valid12 = valid13;
                    } else {
                      validate64.errors = [
                        { instancePath: instancePath + '/init/entrypoint', message: 'must be array or null' },
                      ];
                      return false;
                    }
                  }
                  var valid9 = _errs14 === errors;
                } else {
                  valid9 = true;
                }
                if (valid9) {
                  if (data5.cmd !== undefined) {
                    let data10 = data5.cmd;
                    const _errs17 = errors;
                    let valid14 = data10 === null;
                    if (!valid14) {
                      if (Array.isArray(data10)) {
                        var valid15 = true;
                        const len2 = data10.length;
                        for (let i2 = 0; i2 < len2; i2++) {
                          const _errs18 = errors;
                          if (!(typeof data10[i2] == 'string')) {
                            validate64.errors = [
                              { instancePath: instancePath + '/init/cmd/' + i2, message: 'must be string' },
                            ];
                            return false;
                          }
                          var valid15 = _errs18 === errors;
                          if (!valid15) {
                            break;
                          }
                        }
                        valid14 = valid15;
                      } else {
                        validate64.errors = [
                          { instancePath: instancePath + '/init/cmd', message: 'must be array or null' },
                        ];
                        return false;
                      }
                    }
                    var valid9 = _errs17 === errors;
                  } else {
                    valid9 = true;
                  }
                }
              }
            }
            if (!valid7) {
              validate64.errors = [
                { instancePath: instancePath + '/init', message: 'must be object or null' },
              ];
              return false;
            }
            var valid2 = _errs10 === errors;
          } else {
            valid2 = true;
          }
          if (valid2) {
            if (data.processes !== undefined) {
              let data12 = data.processes;
              const _errs22 = errors;
              let valid16 = data12 === null;
              if (!valid16) {
                if (Array.isArray(data12)) {
                  var valid17 = true;
                  const len3 = data12.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    let data13 = data12[i3];
                    const _errs23 = errors;
                    let valid18 = false;
                    if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                      valid18 = true;
                      var valid20;
                      if (data13.exec !== undefined) {
                        let data14 = data13.exec;
                        const _errs24 = errors;
                        let valid21 = data14 === null;
                        if (!valid21) {
                          if (Array.isArray(data14)) {
                            var valid22 = true;
                            const len4 = data14.length;
                            for (let i4 = 0; i4 < len4; i4++) {
                              const _errs25 = errors;
                              if (!(typeof data14[i4] == 'string')) {
                                validate64.errors = [
                                  {
                                    instancePath: instancePath + '/processes/' + i3 + '/exec/' + i4,
                                    message: 'must be string',
                                  },
                                ];
                                return false;
                              }
                              var valid22 = _errs25 === errors;
                              if (!valid22) {
                                break;
                              }
                            }
                            valid21 = valid22;
                          } else {
                            validate64.errors = [
                              {
                                instancePath: instancePath + '/processes/' + i3 + '/exec',
                                message: 'must be array or null',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid20 = _errs24 === errors;
                      } else {
                        valid20 = true;
                      }
                      if (valid20) {
                        if (data13.entrypoint !== undefined) {
                          let data16 = data13.entrypoint;
                          const _errs27 = errors;
                          let valid23 = data16 === null;
                          if (!valid23) {
                            if (Array.isArray(data16)) {
                              var valid24 = true;
                              const len5 = data16.length;
                              for (let i5 = 0; i5 < len5; i5++) {
                                const _errs28 = errors;
                                if (!(typeof data16[i5] == 'string')) {
                                  validate64.errors = [
                                    {
                                      instancePath: instancePath + '/processes/' + i3 + '/entrypoint/' + i5,
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                                var valid24 = _errs28 === errors;
                                if (!valid24) {
                                  break;
                                }
                              }
                              valid23 = valid24;
                            } else {
                              validate64.errors = [
                                {
                                  instancePath: instancePath + '/processes/' + i3 + '/entrypoint',
                                  message: 'must be array or null',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid20 = _errs27 === errors;
                        } else {
                          valid20 = true;
                        }
                        if (valid20) {
                          if (data13.cmd !== undefined) {
                            let data18 = data13.cmd;
                            const _errs30 = errors;
                            let valid25 = data18 === null;
                            if (!valid25) {
                              if (Array.isArray(data18)) {
                                var valid26 = true;
                                const len6 = data18.length;
                                for (let i6 = 0; i6 < len6; i6++) {
                                  const _errs31 = errors;
                                  if (!(typeof data18[i6] == 'string')) {
                                    validate64.errors = [
                                      {
                                        instancePath: instancePath + '/processes/' + i3 + '/cmd/' + i6,
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid26 = _errs31 === errors;
                                  if (!valid26) {
                                    break;
                                  }
                                }
                                valid25 = valid26;
                              } else {
                                validate64.errors = [
                                  {
                                    instancePath: instancePath + '/processes/' + i3 + '/cmd',
                                    message: 'must be array or null',
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid20 = _errs30 === errors;
                          } else {
                            valid20 = true;
                          }
                        }
                      }
                    }
                    if (!valid18) {
                      validate64.errors = [
                        { instancePath: instancePath + '/processes/' + i3, message: 'must be object' },
                      ];
                      return false;
                    }
                    var valid17 = _errs23 === errors;
                    if (!valid17) {
                      break;
                    }
                  }
                  valid16 = valid17;
                } else {
                  validate64.errors = [
                    { instancePath: instancePath + '/processes', message: 'must be array or null' },
                  ];
                  return false;
                }
              }
              var valid2 = _errs22 === errors;
            } else {
              valid2 = true;
            }
            if (valid2) {
              if (data.containers !== undefined) {
                const _errs35 = errors;
                var valid2 = _errs35 === errors;
              } else {
                valid2 = true;
              }
              if (valid2) {
                if (data.guest !== undefined) {
                  let data21 = data.guest;
                  const _errs37 = errors;
                  let valid27 = data21 === null;
                  if (!valid27 && typeof data21 == 'object' && !Array.isArray(data21)) {
                    valid27 = true;
                    var valid29;
                    if (data21.cpu_kind !== undefined) {
                      let data22 = data21.cpu_kind;
                      const _errs38 = errors;
                      if (!(data22 === null || typeof data22 == 'string')) {
                        validate64.errors = [
                          {
                            instancePath: instancePath + '/guest/cpu_kind',
                            message: 'must be string or null',
                          },
                        ];
                        return false;
                      }
                      var valid29 = _errs38 === errors;
                    } else {
                      valid29 = true;
                    }
                    if (valid29) {
                      if (data21.cpus !== undefined) {
                        let data23 = data21.cpus;
                        const _errs40 = errors;
                        if (!(data23 === null || typeof data23 == 'number')) {
                          validate64.errors = [
                            {
                              instancePath: instancePath + '/guest/cpus',
                              message: 'must be float64 or null',
                            },
                          ];
                          return false;
                        }
                        var valid29 = _errs40 === errors;
                      } else {
                        valid29 = true;
                      }
                      if (valid29) {
                        if (data21.memory_mb !== undefined) {
                          let data24 = data21.memory_mb;
                          const _errs42 = errors;
                          if (!(data24 === null || typeof data24 == 'number')) {
                            validate64.errors = [
                              {
                                instancePath: instancePath + '/guest/memory_mb',
                                message: 'must be float64 or null',
                              },
                            ];
                            return false;
                          }
                          var valid29 = _errs42 === errors;
                        } else {
                          valid29 = true;
                        }
                      }
                    }
                  }
                  if (!valid27) {
                    validate64.errors = [
                      { instancePath: instancePath + '/guest', message: 'must be object or null' },
                    ];
                    return false;
                  }
                  var valid2 = _errs37 === errors;
                } else {
                  valid2 = true;
                }
                if (valid2) {
                  if (data.mounts !== undefined) {
                    let data25 = data.mounts;
                    const _errs46 = errors;
                    let valid30 = data25 === null;
                    if (!valid30) {
                      if (Array.isArray(data25)) {
                        var valid31 = true;
                        const len7 = data25.length;
                        for (let i7 = 0; i7 < len7; i7++) {
                          let data26 = data25[i7];
                          const _errs47 = errors;
                          let valid32 = false;
                          if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                            valid32 = true;
                            var valid34;
                            if (data26.volume !== undefined) {
                              let data27 = data26.volume;
                              const _errs48 = errors;
                              if (!(data27 === null || typeof data27 == 'string')) {
                                validate64.errors = [
                                  {
                                    instancePath: instancePath + '/mounts/' + i7 + '/volume',
                                    message: 'must be string or null',
                                  },
                                ];
                                return false;
                              }
                              var valid34 = _errs48 === errors;
                            } else {
                              valid34 = true;
                            }
                            if (valid34) {
                              if (data26.path !== undefined) {
                                let data28 = data26.path;
                                const _errs50 = errors;
                                if (!(data28 === null || typeof data28 == 'string')) {
                                  validate64.errors = [
                                    {
                                      instancePath: instancePath + '/mounts/' + i7 + '/path',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid34 = _errs50 === errors;
                              } else {
                                valid34 = true;
                              }
                            }
                          }
                          if (!valid32) {
                            validate64.errors = [
                              { instancePath: instancePath + '/mounts/' + i7, message: 'must be object' },
                            ];
                            return false;
                          }
                          var valid31 = _errs47 === errors;
                          if (!valid31) {
                            break;
                          }
                        }
                        valid30 = valid31;
                      } else {
                        validate64.errors = [
                          { instancePath: instancePath + '/mounts', message: 'must be array or null' },
                        ];
                        return false;
                      }
                    }
                    var valid2 = _errs46 === errors;
                  } else {
                    valid2 = true;
                  }
                  if (valid2) {
                    if (data.services !== undefined) {
                      let data29 = data.services;
                      const _errs54 = errors;
                      let valid35 = data29 === null;
                      if (!valid35) {
                        if (Array.isArray(data29)) {
                          var valid36 = true;
                          const len8 = data29.length;
                          for (let i8 = 0; i8 < len8; i8++) {
                            const _errs55 = errors;
                            if (
                              !validate65(data29[i8], {
                                instancePath: instancePath + '/services/' + i8,
                                parentData: data29,
                                parentDataProperty: i8,
                                rootData,
                              })
                            ) {
                              vErrors =
                                vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
                              errors = vErrors.length;
                            }
                            var valid36 = _errs55 === errors;
                            if (!valid36) {
                              break;
                            }
                          }
                          valid35 = valid36;
                        } else {
                          validate64.errors = [
                            { instancePath: instancePath + '/services', message: 'must be array or null' },
                          ];
                          return false;
                        }
                      }
                      var valid2 = _errs54 === errors;
                    } else {
                      valid2 = true;
                    }
                    if (valid2) {
                      if (data.checks !== undefined) {
                        let data31 = data.checks;
                        const _errs58 = errors;
                        let valid38 = data31 === null;
                        if (!valid38 && typeof data31 == 'object' && !Array.isArray(data31)) {
                          var valid39 = true;
                          for (const key2 in data31) {
                            let data32 = data31[key2];
                            const _errs59 = errors;
                            let valid41 = false;
                            if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                              valid41 = true;
                              var valid43;
                              if (data32.type !== undefined) {
                                let data33 = data32.type;
                                const _errs61 = errors;
                                if (!(data33 === null || typeof data33 == 'string')) {
                                  validate64.errors = [
                                    {
                                      instancePath:
                                        instancePath +
                                        '/checks/' +
                                        key2.replace(/~/g, '~0').replace(/\//g, '~1') +
                                        '/type',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid43 = _errs61 === errors;
                              } else {
                                valid43 = true;
                              }
                              if (valid43) {
                                if (data32.port !== undefined) {
                                  let data34 = data32.port;
                                  const _errs63 = errors;
                                  if (!(data34 === null || typeof data34 == 'number')) {
                                    validate64.errors = [
                                      {
                                        instancePath:
                                          instancePath +
                                          '/checks/' +
                                          key2.replace(/~/g, '~0').replace(/\//g, '~1') +
                                          '/port',
                                        message: 'must be float64 or null',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid43 = _errs63 === errors;
                                } else {
                                  valid43 = true;
                                }
                                if (valid43) {
                                  if (data32.path !== undefined) {
                                    let data35 = data32.path;
                                    const _errs65 = errors;
                                    if (!(data35 === null || typeof data35 == 'string')) {
                                      validate64.errors = [
                                        {
                                          instancePath:
                                            instancePath +
                                            '/checks/' +
                                            key2.replace(/~/g, '~0').replace(/\//g, '~1') +
                                            '/path',
                                          message: 'must be string or null',
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid43 = _errs65 === errors;
                                  } else {
                                    valid43 = true;
                                  }
                                }
                              }
                            }
                            if (!valid41) {
                              validate64.errors = [
                                {
                                  instancePath:
                                    instancePath + '/checks/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  message: 'must be object',
                                },
                              ];
                              return false;
                            }
                            var valid39 = _errs59 === errors;
                            if (!valid39) {
                              break;
                            }
                          }
                          valid38 = valid39;
                        } else if (!valid38) {
                          validate64.errors = [
                            { instancePath: instancePath + '/checks', message: 'must be object or null' },
                          ];
                          return false;
                        }
                        var valid2 = _errs58 === errors;
                      } else {
                        valid2 = true;
                      }
                      if (valid2) {
                        if (data.restart !== undefined) {
                          let data36 = data.restart;
                          const _errs69 = errors;
                          let valid44 = data36 === null;
                          if (!valid44 && typeof data36 == 'object' && !Array.isArray(data36)) {
                            valid44 = true;
                            var valid46;
                            if (data36.policy !== undefined) {
                              let data37 = data36.policy;
                              const _errs70 = errors;
                              if (!(data37 === null || typeof data37 == 'string')) {
                                validate64.errors = [
                                  {
                                    instancePath: instancePath + '/restart/policy',
                                    message: 'must be string or null',
                                  },
                                ];
                                return false;
                              }
                              var valid46 = _errs70 === errors;
                            } else {
                              valid46 = true;
                            }
                            if (valid46) {
                              if (data36.max_retries !== undefined) {
                                let data38 = data36.max_retries;
                                const _errs72 = errors;
                                if (!(data38 === null || typeof data38 == 'number')) {
                                  validate64.errors = [
                                    {
                                      instancePath: instancePath + '/restart/max_retries',
                                      message: 'must be float64 or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid46 = _errs72 === errors;
                              } else {
                                valid46 = true;
                              }
                            }
                          }
                          if (!valid44) {
                            validate64.errors = [
                              { instancePath: instancePath + '/restart', message: 'must be object or null' },
                            ];
                            return false;
                          }
                          var valid2 = _errs69 === errors;
                        } else {
                          valid2 = true;
                        }
                        if (valid2) {
                          if (data.stop_config !== undefined) {
                            let data39 = data.stop_config;
                            const _errs76 = errors;
                            let valid47 = data39 === null;
                            if (!valid47 && typeof data39 == 'object' && !Array.isArray(data39)) {
                              valid47 = true;
                              if (data39.timeout !== undefined) {
                                let data40 = data39.timeout;
                                if (!(data40 === null || typeof data40 == 'string')) {
                                  validate64.errors = [
                                    {
                                      instancePath: instancePath + '/stop_config/timeout',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                              }
                            }
                            if (!valid47) {
                              validate64.errors = [
                                {
                                  instancePath: instancePath + '/stop_config',
                                  message: 'must be object or null',
                                },
                              ];
                              return false;
                            }
                            var valid2 = _errs76 === errors;
                          } else {
                            valid2 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    validate64.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
function validate69(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid2;
    if (data.protocol !== undefined) {
      let data0 = data.protocol;
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'string')) {
        validate69.errors = [{ instancePath: instancePath + '/protocol', message: 'must be string or null' }];
        return false;
      }
      var valid2 = _errs0 === errors;
    } else {
      valid2 = true;
    }
    if (valid2) {
      if (data.internal_port !== undefined) {
        let data1 = data.internal_port;
        const _errs2 = errors;
        if (!(data1 === null || typeof data1 == 'number')) {
          validate69.errors = [
            { instancePath: instancePath + '/internal_port', message: 'must be float64 or null' },
          ];
          return false;
        }
        var valid2 = _errs2 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.autostart !== undefined) {
          let data2 = data.autostart;
          const _errs4 = errors;
          if (!(data2 === null || typeof data2 == 'boolean')) {
            validate69.errors = [
              { instancePath: instancePath + '/autostart', message: 'must be boolean or null' },
            ];
            return false;
          }
          var valid2 = _errs4 === errors;
        } else {
          valid2 = true;
        }
        if (valid2) {
          if (data.min_machines_running !== undefined) {
            let data3 = data.min_machines_running;
            const _errs6 = errors;
            if (!(data3 === null || typeof data3 == 'number')) {
              validate69.errors = [
                { instancePath: instancePath + '/min_machines_running', message: 'must be float64 or null' },
              ];
              return false;
            }
            var valid2 = _errs6 === errors;
          } else {
            valid2 = true;
          }
          if (valid2) {
            if (data.ports !== undefined) {
              let data4 = data.ports;
              const _errs8 = errors;
              let valid3 = data4 === null;
              if (!valid3) {
                if (Array.isArray(data4)) {
                  var valid4 = true;
                  const len0 = data4.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data5 = data4[i0];
                    const _errs9 = errors;
                    let valid5 = false;
                    if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                      valid5 = true;
                      var valid7;
                      if (data5.port !== undefined) {
                        let data6 = data5.port;
                        const _errs10 = errors;
                        if (!(data6 === null || typeof data6 == 'number')) {
                          validate69.errors = [
                            {
                              instancePath: instancePath + '/ports/' + i0 + '/port',
                              message: 'must be float64 or null',
                            },
                          ];
                          return false;
                        }
                        var valid7 = _errs10 === errors;
                      } else {
                        valid7 = true;
                      }
                      if (valid7) {
                        if (data5.handlers !== undefined) {
                          let data7 = data5.handlers;
                          const _errs12 = errors;
                          let valid8 = data7 === null;
                          if (!valid8) {
                            if (Array.isArray(data7)) {
                              var valid9 = true;
                              const len1 = data7.length;
                              for (let i1 = 0; i1 < len1; i1++) {
                                const _errs13 = errors;
                                if (!(typeof data7[i1] == 'string')) {
                                  validate69.errors = [
                                    {
                                      instancePath: instancePath + '/ports/' + i0 + '/handlers/' + i1,
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                                var valid9 = _errs13 === errors;
                                if (!valid9) {
                                  break;
                                }
                              }
                              valid8 = valid9;
                            } else {
                              validate69.errors = [
                                {
                                  instancePath: instancePath + '/ports/' + i0 + '/handlers',
                                  message: 'must be array or null',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid7 = _errs12 === errors;
                        } else {
                          valid7 = true;
                        }
                      }
                    }
                    if (!valid5) {
                      validate69.errors = [
                        { instancePath: instancePath + '/ports/' + i0, message: 'must be object' },
                      ];
                      return false;
                    }
                    var valid4 = _errs9 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                  valid3 = valid4;
                } else {
                  validate69.errors = [
                    { instancePath: instancePath + '/ports', message: 'must be array or null' },
                  ];
                  return false;
                }
              }
              var valid2 = _errs8 === errors;
            } else {
              valid2 = true;
            }
            if (valid2) {
              if (data.checks !== undefined) {
                let data9 = data.checks;
                const _errs17 = errors;
                let valid10 = data9 === null;
                if (!valid10) {
                  if (Array.isArray(data9)) {
                    var valid11 = true;
                    const len2 = data9.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data10 = data9[i2];
                      const _errs18 = errors;
                      let valid13 = false;
                      if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                        valid13 = true;
                        var valid15;
                        if (data10.type !== undefined) {
                          let data11 = data10.type;
                          const _errs20 = errors;
                          if (!(data11 === null || typeof data11 == 'string')) {
                            validate69.errors = [
                              {
                                instancePath: instancePath + '/checks/' + i2 + '/type',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid15 = _errs20 === errors;
                        } else {
                          valid15 = true;
                        }
                        if (valid15) {
                          if (data10.port !== undefined) {
                            let data12 = data10.port;
                            const _errs22 = errors;
                            if (!(data12 === null || typeof data12 == 'number')) {
                              validate69.errors = [
                                {
                                  instancePath: instancePath + '/checks/' + i2 + '/port',
                                  message: 'must be float64 or null',
                                },
                              ];
                              return false;
                            }
                            var valid15 = _errs22 === errors;
                          } else {
                            valid15 = true;
                          }
                          if (valid15) {
                            if (data10.path !== undefined) {
                              let data13 = data10.path;
                              const _errs24 = errors;
                              if (!(data13 === null || typeof data13 == 'string')) {
                                validate69.errors = [
                                  {
                                    instancePath: instancePath + '/checks/' + i2 + '/path',
                                    message: 'must be string or null',
                                  },
                                ];
                                return false;
                              }
                              var valid15 = _errs24 === errors;
                            } else {
                              valid15 = true;
                            }
                          }
                        }
                      }
                      if (!valid13) {
                        validate69.errors = [
                          { instancePath: instancePath + '/checks/' + i2, message: 'must be object' },
                        ];
                        return false;
                      }
                      var valid11 = _errs18 === errors;
                      if (!valid11) {
                        break;
                      }
                    }
                    valid10 = valid11;
                  } else {
                    validate69.errors = [
                      { instancePath: instancePath + '/checks', message: 'must be array or null' },
                    ];
                    return false;
                  }
                }
                var valid2 = _errs17 === errors;
              } else {
                valid2 = true;
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    validate69.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
function validate68(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid2;
    if (data.image !== undefined) {
      let data0 = data.image;
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'string')) {
        validate68.errors = [{ instancePath: instancePath + '/image', message: 'must be string or null' }];
        return false;
      }
      var valid2 = _errs0 === errors;
    } else {
      valid2 = true;
    }
    if (valid2) {
      if (data.env !== undefined) {
        let data1 = data.env;
        const _errs2 = errors;
        let valid3 = data1 === null;
        if (!valid3 && typeof data1 == 'object' && !Array.isArray(data1)) {
          var valid4 = true;
          for (const key0 in data1) {
            let data2 = data1[key0];
            const _errs3 = errors;
            if (!(data2 === null || typeof data2 == 'string')) {
              validate68.errors = [
                {
                  instancePath: instancePath + '/env/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                  message: 'must be string or null',
                },
              ];
              return false;
            }
            var valid4 = _errs3 === errors;
            if (!valid4) {
              break;
            }
          }
          valid3 = valid4;
        } else if (!valid3) {
          validate68.errors = [{ instancePath: instancePath + '/env', message: 'must be object or null' }];
          return false;
        }
        var valid2 = _errs2 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.metadata !== undefined) {
          let data3 = data.metadata;
          const _errs6 = errors;
          let valid5 = data3 === null;
          if (!valid5 && typeof data3 == 'object' && !Array.isArray(data3)) {
            var valid6 = true;
            for (const key1 in data3) {
              let data4 = data3[key1];
              const _errs7 = errors;
              if (!(data4 === null || typeof data4 == 'string')) {
                validate68.errors = [
                  {
                    instancePath: instancePath + '/metadata/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                    message: 'must be string or null',
                  },
                ];
                return false;
              }
              var valid6 = _errs7 === errors;
              if (!valid6) {
                break;
              }
            }
            valid5 = valid6;
          } else if (!valid5) {
            validate68.errors = [
              { instancePath: instancePath + '/metadata', message: 'must be object or null' },
            ];
            return false;
          }
          var valid2 = _errs6 === errors;
        } else {
          valid2 = true;
        }
        if (valid2) {
          if (data.init !== undefined) {
            let data5 = data.init;
            const _errs10 = errors;
            let valid7 = data5 === null;
            if (!valid7 && typeof data5 == 'object' && !Array.isArray(data5)) {
              valid7 = true;
              var valid9;
              if (data5.exec !== undefined) {
                let data6 = data5.exec;
                const _errs11 = errors;
                let valid10 = data6 === null;
                if (!valid10) {
                  if (Array.isArray(data6)) {
                    var valid11 = true;
                    const len0 = data6.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs12 = errors;
                      if (!(typeof data6[i0] == 'string')) {
                        validate68.errors = [
                          { instancePath: instancePath + '/init/exec/' + i0, message: 'must be string' },
                        ];
                        return false;
                      }
                      var valid11 = _errs12 === errors;
                      if (!valid11) {
                        break;
                      }
                    }
                    valid10 = valid11;
                  } else {
                    validate68.errors = [
                      { instancePath: instancePath + '/init/exec', message: 'must be array or null' },
                    ];
                    return false;
                  }
                }
                var valid9 = _errs11 === errors;
              } else {
                valid9 = true;
              }
              if (valid9) {
                if (data5.entrypoint !== undefined) {
                  let data8 = data5.entrypoint;
                  const _errs14 = errors;
                  let valid12 = data8 === null;
                  if (!valid12) {
                    if (Array.isArray(data8)) {
                      var valid13 = true;
                      const len1 = data8.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        const _errs15 = errors;
                        if (!(typeof data8[i1] == 'string')) {
                          validate68.errors = [
                            {
                              instancePath: instancePath + '/init/entrypoint/' + i1,
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                        var valid13 = _errs15 === errors;
                        if (!valid13) {
                          break;
                        }
                      }
                      valid12 = valid13;
                    } else {
                      validate68.errors = [
                        { instancePath: instancePath + '/init/entrypoint', message: 'must be array or null' },
                      ];
                      return false;
                    }
                  }
                  var valid9 = _errs14 === errors;
                } else {
                  valid9 = true;
                }
                if (valid9) {
                  if (data5.cmd !== undefined) {
                    let data10 = data5.cmd;
                    const _errs17 = errors;
                    let valid14 = data10 === null;
                    if (!valid14) {
                      if (Array.isArray(data10)) {
                        var valid15 = true;
                        const len2 = data10.length;
                        for (let i2 = 0; i2 < len2; i2++) {
                          const _errs18 = errors;
                          if (!(typeof data10[i2] == 'string')) {
                            validate68.errors = [
                              { instancePath: instancePath + '/init/cmd/' + i2, message: 'must be string' },
                            ];
                            return false;
                          }
                          var valid15 = _errs18 === errors;
                          if (!valid15) {
                            break;
                          }
                        }
                        valid14 = valid15;
                      } else {
                        validate68.errors = [
                          { instancePath: instancePath + '/init/cmd', message: 'must be array or null' },
                        ];
                        return false;
                      }
                    }
                    var valid9 = _errs17 === errors;
                  } else {
                    valid9 = true;
                  }
                }
              }
            }
            if (!valid7) {
              validate68.errors = [
                { instancePath: instancePath + '/init', message: 'must be object or null' },
              ];
              return false;
            }
            var valid2 = _errs10 === errors;
          } else {
            valid2 = true;
          }
          if (valid2) {
            if (data.processes !== undefined) {
              let data12 = data.processes;
              const _errs22 = errors;
              let valid16 = data12 === null;
              if (!valid16) {
                if (Array.isArray(data12)) {
                  var valid17 = true;
                  const len3 = data12.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    let data13 = data12[i3];
                    const _errs23 = errors;
                    let valid18 = false;
                    if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                      valid18 = true;
                      var valid20;
                      if (data13.exec !== undefined) {
                        let data14 = data13.exec;
                        const _errs24 = errors;
                        let valid21 = data14 === null;
                        if (!valid21) {
                          if (Array.isArray(data14)) {
                            var valid22 = true;
                            const len4 = data14.length;
                            for (let i4 = 0; i4 < len4; i4++) {
                              const _errs25 = errors;
                              if (!(typeof data14[i4] == 'string')) {
                                validate68.errors = [
                                  {
                                    instancePath: instancePath + '/processes/' + i3 + '/exec/' + i4,
                                    message: 'must be string',
                                  },
                                ];
                                return false;
                              }
                              var valid22 = _errs25 === errors;
                              if (!valid22) {
                                break;
                              }
                            }
                            valid21 = valid22;
                          } else {
                            validate68.errors = [
                              {
                                instancePath: instancePath + '/processes/' + i3 + '/exec',
                                message: 'must be array or null',
                              },
                            ];
                            return false;
                          }
                        }
                        var valid20 = _errs24 === errors;
                      } else {
                        valid20 = true;
                      }
                      if (valid20) {
                        if (data13.entrypoint !== undefined) {
                          let data16 = data13.entrypoint;
                          const _errs27 = errors;
                          let valid23 = data16 === null;
                          if (!valid23) {
                            if (Array.isArray(data16)) {
                              var valid24 = true;
                              const len5 = data16.length;
                              for (let i5 = 0; i5 < len5; i5++) {
                                const _errs28 = errors;
                                if (!(typeof data16[i5] == 'string')) {
                                  validate68.errors = [
                                    {
                                      instancePath: instancePath + '/processes/' + i3 + '/entrypoint/' + i5,
                                      message: 'must be string',
                                    },
                                  ];
                                  return false;
                                }
                                var valid24 = _errs28 === errors;
                                if (!valid24) {
                                  break;
                                }
                              }
                              valid23 = valid24;
                            } else {
                              validate68.errors = [
                                {
                                  instancePath: instancePath + '/processes/' + i3 + '/entrypoint',
                                  message: 'must be array or null',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid20 = _errs27 === errors;
                        } else {
                          valid20 = true;
                        }
                        if (valid20) {
                          if (data13.cmd !== undefined) {
                            let data18 = data13.cmd;
                            const _errs30 = errors;
                            let valid25 = data18 === null;
                            if (!valid25) {
                              if (Array.isArray(data18)) {
                                var valid26 = true;
                                const len6 = data18.length;
                                for (let i6 = 0; i6 < len6; i6++) {
                                  const _errs31 = errors;
                                  if (!(typeof data18[i6] == 'string')) {
                                    validate68.errors = [
                                      {
                                        instancePath: instancePath + '/processes/' + i3 + '/cmd/' + i6,
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid26 = _errs31 === errors;
                                  if (!valid26) {
                                    break;
                                  }
                                }
                                valid25 = valid26;
                              } else {
                                validate68.errors = [
                                  {
                                    instancePath: instancePath + '/processes/' + i3 + '/cmd',
                                    message: 'must be array or null',
                                  },
                                ];
                                return false;
                              }
                            }
                            var valid20 = _errs30 === errors;
                          } else {
                            valid20 = true;
                          }
                        }
                      }
                    }
                    if (!valid18) {
                      validate68.errors = [
                        { instancePath: instancePath + '/processes/' + i3, message: 'must be object' },
                      ];
                      return false;
                    }
                    var valid17 = _errs23 === errors;
                    if (!valid17) {
                      break;
                    }
                  }
                  valid16 = valid17;
                } else {
                  validate68.errors = [
                    { instancePath: instancePath + '/processes', message: 'must be array or null' },
                  ];
                  return false;
                }
              }
              var valid2 = _errs22 === errors;
            } else {
              valid2 = true;
            }
            if (valid2) {
              if (data.containers !== undefined) {
                const _errs35 = errors;
                var valid2 = _errs35 === errors;
              } else {
                valid2 = true;
              }
              if (valid2) {
                if (data.guest !== undefined) {
                  let data21 = data.guest;
                  const _errs37 = errors;
                  let valid27 = data21 === null;
                  if (!valid27 && typeof data21 == 'object' && !Array.isArray(data21)) {
                    valid27 = true;
                    var valid29;
                    if (data21.cpu_kind !== undefined) {
                      let data22 = data21.cpu_kind;
                      const _errs38 = errors;
                      if (!(data22 === null || typeof data22 == 'string')) {
                        validate68.errors = [
                          {
                            instancePath: instancePath + '/guest/cpu_kind',
                            message: 'must be string or null',
                          },
                        ];
                        return false;
                      }
                      var valid29 = _errs38 === errors;
                    } else {
                      valid29 = true;
                    }
                    if (valid29) {
                      if (data21.cpus !== undefined) {
                        let data23 = data21.cpus;
                        const _errs40 = errors;
                        if (!(data23 === null || typeof data23 == 'number')) {
                          validate68.errors = [
                            {
                              instancePath: instancePath + '/guest/cpus',
                              message: 'must be float64 or null',
                            },
                          ];
                          return false;
                        }
                        var valid29 = _errs40 === errors;
                      } else {
                        valid29 = true;
                      }
                      if (valid29) {
                        if (data21.memory_mb !== undefined) {
                          let data24 = data21.memory_mb;
                          const _errs42 = errors;
                          if (!(data24 === null || typeof data24 == 'number')) {
                            validate68.errors = [
                              {
                                instancePath: instancePath + '/guest/memory_mb',
                                message: 'must be float64 or null',
                              },
                            ];
                            return false;
                          }
                          var valid29 = _errs42 === errors;
                        } else {
                          valid29 = true;
                        }
                      }
                    }
                  }
                  if (!valid27) {
                    validate68.errors = [
                      { instancePath: instancePath + '/guest', message: 'must be object or null' },
                    ];
                    return false;
                  }
                  var valid2 = _errs37 === errors;
                } else {
                  valid2 = true;
                }
                if (valid2) {
                  if (data.mounts !== undefined) {
                    let data25 = data.mounts;
                    const _errs46 = errors;
                    let valid30 = data25 === null;
                    if (!valid30) {
                      if (Array.isArray(data25)) {
                        var valid31 = true;
                        const len7 = data25.length;
                        for (let i7 = 0; i7 < len7; i7++) {
                          let data26 = data25[i7];
                          const _errs47 = errors;
                          let valid32 = false;
                          if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                            valid32 = true;
                            var valid34;
                            if (data26.volume !== undefined) {
                              let data27 = data26.volume;
                              const _errs48 = errors;
                              if (!(data27 === null || typeof data27 == 'string')) {
                                validate68.errors = [
                                  {
                                    instancePath: instancePath + '/mounts/' + i7 + '/volume',
                                    message: 'must be string or null',
                                  },
                                ];
                                return false;
                              }
                              var valid34 = _errs48 === errors;
                            } else {
                              valid34 = true;
                            }
                            if (valid34) {
                              if (data26.path !== undefined) {
                                let data28 = data26.path;
                                const _errs50 = errors;
                                if (!(data28 === null || typeof data28 == 'string')) {
                                  validate68.errors = [
                                    {
                                      instancePath: instancePath + '/mounts/' + i7 + '/path',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid34 = _errs50 === errors;
                              } else {
                                valid34 = true;
                              }
                            }
                          }
                          if (!valid32) {
                            validate68.errors = [
                              { instancePath: instancePath + '/mounts/' + i7, message: 'must be object' },
                            ];
                            return false;
                          }
                          var valid31 = _errs47 === errors;
                          if (!valid31) {
                            break;
                          }
                        }
                        valid30 = valid31;
                      } else {
                        validate68.errors = [
                          { instancePath: instancePath + '/mounts', message: 'must be array or null' },
                        ];
                        return false;
                      }
                    }
                    var valid2 = _errs46 === errors;
                  } else {
                    valid2 = true;
                  }
                  if (valid2) {
                    if (data.services !== undefined) {
                      let data29 = data.services;
                      const _errs54 = errors;
                      let valid35 = data29 === null;
                      if (!valid35) {
                        if (Array.isArray(data29)) {
                          var valid36 = true;
                          const len8 = data29.length;
                          for (let i8 = 0; i8 < len8; i8++) {
                            const _errs55 = errors;
                            if (
                              !validate69(data29[i8], {
                                instancePath: instancePath + '/services/' + i8,
                                parentData: data29,
                                parentDataProperty: i8,
                                rootData,
                              })
                            ) {
                              vErrors =
                                vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                              errors = vErrors.length;
                            }
                            var valid36 = _errs55 === errors;
                            if (!valid36) {
                              break;
                            }
                          }
                          valid35 = valid36;
                        } else {
                          validate68.errors = [
                            { instancePath: instancePath + '/services', message: 'must be array or null' },
                          ];
                          return false;
                        }
                      }
                      var valid2 = _errs54 === errors;
                    } else {
                      valid2 = true;
                    }
                    if (valid2) {
                      if (data.checks !== undefined) {
                        let data31 = data.checks;
                        const _errs58 = errors;
                        let valid38 = data31 === null;
                        if (!valid38 && typeof data31 == 'object' && !Array.isArray(data31)) {
                          var valid39 = true;
                          for (const key2 in data31) {
                            let data32 = data31[key2];
                            const _errs59 = errors;
                            let valid41 = false;
                            if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                              valid41 = true;
                              var valid43;
                              if (data32.type !== undefined) {
                                let data33 = data32.type;
                                const _errs61 = errors;
                                if (!(data33 === null || typeof data33 == 'string')) {
                                  validate68.errors = [
                                    {
                                      instancePath:
                                        instancePath +
                                        '/checks/' +
                                        key2.replace(/~/g, '~0').replace(/\//g, '~1') +
                                        '/type',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid43 = _errs61 === errors;
                              } else {
                                valid43 = true;
                              }
                              if (valid43) {
                                if (data32.port !== undefined) {
                                  let data34 = data32.port;
                                  const _errs63 = errors;
                                  if (!(data34 === null || typeof data34 == 'number')) {
                                    validate68.errors = [
                                      {
                                        instancePath:
                                          instancePath +
                                          '/checks/' +
                                          key2.replace(/~/g, '~0').replace(/\//g, '~1') +
                                          '/port',
                                        message: 'must be float64 or null',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid43 = _errs63 === errors;
                                } else {
                                  valid43 = true;
                                }
                                if (valid43) {
                                  if (data32.path !== undefined) {
                                    let data35 = data32.path;
                                    const _errs65 = errors;
                                    if (!(data35 === null || typeof data35 == 'string')) {
                                      validate68.errors = [
                                        {
                                          instancePath:
                                            instancePath +
                                            '/checks/' +
                                            key2.replace(/~/g, '~0').replace(/\//g, '~1') +
                                            '/path',
                                          message: 'must be string or null',
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid43 = _errs65 === errors;
                                  } else {
                                    valid43 = true;
                                  }
                                }
                              }
                            }
                            if (!valid41) {
                              validate68.errors = [
                                {
                                  instancePath:
                                    instancePath + '/checks/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  message: 'must be object',
                                },
                              ];
                              return false;
                            }
                            var valid39 = _errs59 === errors;
                            if (!valid39) {
                              break;
                            }
                          }
                          valid38 = valid39;
                        } else if (!valid38) {
                          validate68.errors = [
                            { instancePath: instancePath + '/checks', message: 'must be object or null' },
                          ];
                          return false;
                        }
                        var valid2 = _errs58 === errors;
                      } else {
                        valid2 = true;
                      }
                      if (valid2) {
                        if (data.restart !== undefined) {
                          let data36 = data.restart;
                          const _errs69 = errors;
                          let valid44 = data36 === null;
                          if (!valid44 && typeof data36 == 'object' && !Array.isArray(data36)) {
                            valid44 = true;
                            var valid46;
                            if (data36.policy !== undefined) {
                              let data37 = data36.policy;
                              const _errs70 = errors;
                              if (!(data37 === null || typeof data37 == 'string')) {
                                validate68.errors = [
                                  {
                                    instancePath: instancePath + '/restart/policy',
                                    message: 'must be string or null',
                                  },
                                ];
                                return false;
                              }
                              var valid46 = _errs70 === errors;
                            } else {
                              valid46 = true;
                            }
                            if (valid46) {
                              if (data36.max_retries !== undefined) {
                                let data38 = data36.max_retries;
                                const _errs72 = errors;
                                if (!(data38 === null || typeof data38 == 'number')) {
                                  validate68.errors = [
                                    {
                                      instancePath: instancePath + '/restart/max_retries',
                                      message: 'must be float64 or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid46 = _errs72 === errors;
                              } else {
                                valid46 = true;
                              }
                            }
                          }
                          if (!valid44) {
                            validate68.errors = [
                              { instancePath: instancePath + '/restart', message: 'must be object or null' },
                            ];
                            return false;
                          }
                          var valid2 = _errs69 === errors;
                        } else {
                          valid2 = true;
                        }
                        if (valid2) {
                          if (data.stop_config !== undefined) {
                            let data39 = data.stop_config;
                            const _errs76 = errors;
                            let valid47 = data39 === null;
                            if (!valid47 && typeof data39 == 'object' && !Array.isArray(data39)) {
                              valid47 = true;
                              if (data39.timeout !== undefined) {
                                let data40 = data39.timeout;
                                if (!(data40 === null || typeof data40 == 'string')) {
                                  validate68.errors = [
                                    {
                                      instancePath: instancePath + '/stop_config/timeout',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                              }
                            }
                            if (!valid47) {
                              validate68.errors = [
                                {
                                  instancePath: instancePath + '/stop_config',
                                  message: 'must be object or null',
                                },
                              ];
                              return false;
                            }
                            var valid2 = _errs76 === errors;
                          } else {
                            valid2 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    validate68.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
function validate63(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.id !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.id == 'string')) {
              validate63.errors = [
                { instancePath: instancePath + '/' + i0 + '/id', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate63.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'id'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.name !== undefined) {
              let data2 = data0.name;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate63.errors = [
                  { instancePath: instancePath + '/' + i0 + '/name', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.state !== undefined) {
                let data3 = data0.state;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate63.errors = [
                    { instancePath: instancePath + '/' + i0 + '/state', message: 'must be string or null' },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
              if (valid4) {
                if (data0.region !== undefined) {
                  let data4 = data0.region;
                  const _errs6 = errors;
                  if (!(data4 === null || typeof data4 == 'string')) {
                    validate63.errors = [
                      {
                        instancePath: instancePath + '/' + i0 + '/region',
                        message: 'must be string or null',
                      },
                    ];
                    return false;
                  }
                  var valid4 = _errs6 === errors;
                } else {
                  valid4 = true;
                }
                if (valid4) {
                  if (data0.private_ip !== undefined) {
                    let data5 = data0.private_ip;
                    const _errs8 = errors;
                    if (!(data5 === null || typeof data5 == 'string')) {
                      validate63.errors = [
                        {
                          instancePath: instancePath + '/' + i0 + '/private_ip',
                          message: 'must be string or null',
                        },
                      ];
                      return false;
                    }
                    var valid4 = _errs8 === errors;
                  } else {
                    valid4 = true;
                  }
                  if (valid4) {
                    if (data0.created_at !== undefined) {
                      let data6 = data0.created_at;
                      const _errs10 = errors;
                      if (!(data6 === null || typeof data6 == 'string')) {
                        validate63.errors = [
                          {
                            instancePath: instancePath + '/' + i0 + '/created_at',
                            message: 'must be string or null',
                          },
                        ];
                        return false;
                      }
                      var valid4 = _errs10 === errors;
                    } else {
                      valid4 = true;
                    }
                    if (valid4) {
                      if (data0.updated_at !== undefined) {
                        let data7 = data0.updated_at;
                        const _errs12 = errors;
                        if (!(data7 === null || typeof data7 == 'string')) {
                          validate63.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/updated_at',
                              message: 'must be string or null',
                            },
                          ];
                          return false;
                        }
                        var valid4 = _errs12 === errors;
                      } else {
                        valid4 = true;
                      }
                      if (valid4) {
                        if (data0.host_status !== undefined) {
                          let data8 = data0.host_status;
                          const _errs14 = errors;
                          if (!(data8 === null || typeof data8 == 'string')) {
                            validate63.errors = [
                              {
                                instancePath: instancePath + '/' + i0 + '/host_status',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid4 = _errs14 === errors;
                        } else {
                          valid4 = true;
                        }
                        if (valid4) {
                          if (data0.cordoned !== undefined) {
                            let data9 = data0.cordoned;
                            const _errs16 = errors;
                            if (!(data9 === null || typeof data9 == 'boolean')) {
                              validate63.errors = [
                                {
                                  instancePath: instancePath + '/' + i0 + '/cordoned',
                                  message: 'must be boolean or null',
                                },
                              ];
                              return false;
                            }
                            var valid4 = _errs16 === errors;
                          } else {
                            valid4 = true;
                          }
                          if (valid4) {
                            if (data0.containers !== undefined) {
                              let data10 = data0.containers;
                              const _errs18 = errors;
                              let valid5 = data10 === null;
                              if (!valid5) {
                                if (Array.isArray(data10)) {
                                  var valid6 = true;
                                  const len1 = data10.length;
                                  for (let i1 = 0; i1 < len1; i1++) {
                                    let data11 = data10[i1];
                                    const _errs19 = errors;
                                    let valid7 = false;
                                    if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                                      valid7 = true;
                                      var valid9;
                                      if (data11.name !== undefined) {
                                        let data12 = data11.name;
                                        const _errs20 = errors;
                                        if (!(data12 === null || typeof data12 == 'string')) {
                                          validate63.errors = [
                                            {
                                              instancePath:
                                                instancePath + '/' + i0 + '/containers/' + i1 + '/name',
                                              message: 'must be string or null',
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid9 = _errs20 === errors;
                                      } else {
                                        valid9 = true;
                                      }
                                      if (valid9) {
                                        if (data11.state !== undefined) {
                                          let data13 = data11.state;
                                          const _errs22 = errors;
                                          if (!(data13 === null || typeof data13 == 'string')) {
                                            validate63.errors = [
                                              {
                                                instancePath:
                                                  instancePath + '/' + i0 + '/containers/' + i1 + '/state',
                                                message: 'must be string or null',
                                              },
                                            ];
                                            return false;
                                          }
                                          var valid9 = _errs22 === errors;
                                        } else {
                                          valid9 = true;
                                        }
                                      }
                                    }
                                    if (!valid7) {
                                      validate63.errors = [
                                        {
                                          instancePath: instancePath + '/' + i0 + '/containers/' + i1,
                                          message: 'must be object',
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid6 = _errs19 === errors;
                                    if (!valid6) {
                                      break;
                                    }
                                  }
                                  valid5 = valid6;
                                } else {
                                  validate63.errors = [
                                    {
                                      instancePath: instancePath + '/' + i0 + '/containers',
                                      message: 'must be array or null',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid4 = _errs18 === errors;
                            } else {
                              valid4 = true;
                            }
                            if (valid4) {
                              if (data0.image_ref !== undefined) {
                                let data14 = data0.image_ref;
                                const _errs26 = errors;
                                let valid10 = data14 === null;
                                if (!valid10 && typeof data14 == 'object' && !Array.isArray(data14)) {
                                  valid10 = true;
                                  var valid12;
                                  if (data14.repository !== undefined) {
                                    let data15 = data14.repository;
                                    const _errs27 = errors;
                                    if (!(data15 === null || typeof data15 == 'string')) {
                                      validate63.errors = [
                                        {
                                          instancePath: instancePath + '/' + i0 + '/image_ref/repository',
                                          message: 'must be string or null',
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid12 = _errs27 === errors;
                                  } else {
                                    valid12 = true;
                                  }
                                  if (valid12) {
                                    if (data14.tag !== undefined) {
                                      let data16 = data14.tag;
                                      const _errs29 = errors;
                                      if (!(data16 === null || typeof data16 == 'string')) {
                                        validate63.errors = [
                                          {
                                            instancePath: instancePath + '/' + i0 + '/image_ref/tag',
                                            message: 'must be string or null',
                                          },
                                        ];
                                        return false;
                                      }
                                      var valid12 = _errs29 === errors;
                                    } else {
                                      valid12 = true;
                                    }
                                    if (valid12) {
                                      if (data14.digest !== undefined) {
                                        let data17 = data14.digest;
                                        const _errs31 = errors;
                                        if (!(data17 === null || typeof data17 == 'string')) {
                                          validate63.errors = [
                                            {
                                              instancePath: instancePath + '/' + i0 + '/image_ref/digest',
                                              message: 'must be string or null',
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid12 = _errs31 === errors;
                                      } else {
                                        valid12 = true;
                                      }
                                    }
                                  }
                                }
                                if (!valid10) {
                                  validate63.errors = [
                                    {
                                      instancePath: instancePath + '/' + i0 + '/image_ref',
                                      message: 'must be object or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid4 = _errs26 === errors;
                              } else {
                                valid4 = true;
                              }
                              if (valid4) {
                                if (data0.config !== undefined) {
                                  let data18 = data0.config;
                                  const _errs35 = errors;
                                  var valid13 = data18 === null;
                                  if (!valid13) {
                                    const _errs36 = errors;
                                    if (
                                      !validate64(data18, {
                                        instancePath: instancePath + '/' + i0 + '/config',
                                        parentData: data0,
                                        parentDataProperty: 'config',
                                        rootData,
                                      })
                                    ) {
                                      vErrors =
                                        vErrors === null
                                          ? validate64.errors
                                          : vErrors.concat(validate64.errors);
                                      errors = vErrors.length;
                                    } else {
                                      valid13 = _errs36 === errors;
                                    }
                                  }
                                  var valid4 = _errs35 === errors;
                                } else {
                                  valid4 = true;
                                }
                                if (valid4) {
                                  if (data0.incomplete_config !== undefined) {
                                    let data19 = data0.incomplete_config;
                                    const _errs38 = errors;
                                    var valid14 = data19 === null;
                                    if (!valid14) {
                                      const _errs39 = errors;
                                      if (
                                        !validate68(data19, {
                                          instancePath: instancePath + '/' + i0 + '/incomplete_config',
                                          parentData: data0,
                                          parentDataProperty: 'incomplete_config',
                                          rootData,
                                        })
                                      ) {
                                        vErrors =
                                          vErrors === null
                                            ? validate68.errors
                                            : vErrors.concat(validate68.errors);
                                        errors = vErrors.length;
                                      } else {
                                        valid14 = _errs39 === errors;
                                      }
                                    }
                                    var valid4 = _errs38 === errors;
                                  } else {
                                    valid4 = true;
                                  }
                                  if (valid4) {
                                    if (data0.events !== undefined) {
                                      let data20 = data0.events;
                                      const _errs41 = errors;
                                      let valid15 = data20 === null;
                                      if (!valid15) {
                                        if (Array.isArray(data20)) {
                                          var valid16 = true;
                                          const len2 = data20.length;
                                          for (let i2 = 0; i2 < len2; i2++) {
                                            let data21 = data20[i2];
                                            const _errs42 = errors;
                                            let valid17 = false;
                                            if (
                                              data21 &&
                                              typeof data21 == 'object' &&
                                              !Array.isArray(data21)
                                            ) {
                                              valid17 = true;
                                              var valid19;
                                              if (data21.type !== undefined) {
                                                let data22 = data21.type;
                                                const _errs43 = errors;
                                                if (!(data22 === null || typeof data22 == 'string')) {
                                                  validate63.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath + '/' + i0 + '/events/' + i2 + '/type',
                                                      message: 'must be string or null',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                                var valid19 = _errs43 === errors;
                                              } else {
                                                valid19 = true;
                                              }
                                              if (valid19) {
                                                if (data21.status !== undefined) {
                                                  let data23 = data21.status;
                                                  const _errs45 = errors;
                                                  if (!(data23 === null || typeof data23 == 'string')) {
                                                    validate63.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/' +
                                                          i0 +
                                                          '/events/' +
                                                          i2 +
                                                          '/status',
                                                        message: 'must be string or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid19 = _errs45 === errors;
                                                } else {
                                                  valid19 = true;
                                                }
                                                if (valid19) {
                                                  if (data21.source !== undefined) {
                                                    let data24 = data21.source;
                                                    const _errs47 = errors;
                                                    if (!(data24 === null || typeof data24 == 'string')) {
                                                      validate63.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/events/' +
                                                            i2 +
                                                            '/source',
                                                          message: 'must be string or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid19 = _errs47 === errors;
                                                  } else {
                                                    valid19 = true;
                                                  }
                                                  if (valid19) {
                                                    if (data21.timestamp !== undefined) {
                                                      let data25 = data21.timestamp;
                                                      const _errs49 = errors;
                                                      if (!(data25 === null || typeof data25 == 'number')) {
                                                        validate63.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/events/' +
                                                              i2 +
                                                              '/timestamp',
                                                            message: 'must be float64 or null',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid19 = _errs49 === errors;
                                                    } else {
                                                      valid19 = true;
                                                    }
                                                    if (valid19) {
                                                      if (data21.request !== undefined) {
                                                        let data26 = data21.request;
                                                        const _errs51 = errors;
                                                        let valid20 = data26 === null;
                                                        if (
                                                          !valid20 &&
                                                          typeof data26 == 'object' &&
                                                          !Array.isArray(data26)
                                                        ) {
                                                          valid20 = true;
                                                          var valid22;
                                                          if (data26.exit_event !== undefined) {
                                                            let data27 = data26.exit_event;
                                                            const _errs52 = errors;
                                                            let valid23 = data27 === null;
                                                            if (
                                                              !valid23 &&
                                                              typeof data27 == 'object' &&
                                                              !Array.isArray(data27)
                                                            ) {
                                                              valid23 = true;
                                                              var valid25;
                                                              if (data27.exit_code !== undefined) {
                                                                let data28 = data27.exit_code;
                                                                const _errs53 = errors;
                                                                if (!(
                                                                  data28 === null || typeof data28 == 'number'
                                                                )) {
                                                                  validate63.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/' +
                                                                        i0 +
                                                                        '/events/' +
                                                                        i2 +
                                                                        '/request/exit_event/exit_code',
                                                                      message: 'must be float64 or null',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                                var valid25 = _errs53 === errors;
                                                              } else {
                                                                valid25 = true;
                                                              }
                                                              if (valid25) {
                                                                if (data27.oom_killed !== undefined) {
                                                                  let data29 = data27.oom_killed;
                                                                  const _errs55 = errors;
                                                                  if (!(
                                                                    data29 === null ||
                                                                    typeof data29 == 'boolean'
                                                                  )) {
                                                                    validate63.errors = [
                                                                      {
                                                                        instancePath:
                                                                          instancePath +
                                                                          '/' +
                                                                          i0 +
                                                                          '/events/' +
                                                                          i2 +
                                                                          '/request/exit_event/oom_killed',
                                                                        message: 'must be boolean or null',
                                                                      },
                                                                    ];
                                                                    return false;
                                                                  }
                                                                  var valid25 = _errs55 === errors;
                                                                } else {
                                                                  valid25 = true;
                                                                }
                                                                if (valid25) {
                                                                  if (data27.requested_stop !== undefined) {
                                                                    let data30 = data27.requested_stop;
                                                                    const _errs57 = errors;
                                                                    if (!(
                                                                      data30 === null ||
                                                                      typeof data30 == 'boolean'
                                                                    )) {
                                                                      validate63.errors = [
                                                                        {
                                                                          instancePath:
                                                                            instancePath +
                                                                            '/' +
                                                                            i0 +
                                                                            '/events/' +
                                                                            i2 +
                                                                            '/request/exit_event/requested_stop',
                                                                          message: 'must be boolean or null',
                                                                        },
                                                                      ];
                                                                      return false;
                                                                    }
                                                                    var valid25 = _errs57 === errors;
                                                                  } else {
                                                                    valid25 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                            if (!valid23) {
                                                              validate63.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/events/' +
                                                                    i2 +
                                                                    '/request/exit_event',
                                                                  message: 'must be object or null',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid22 = _errs52 === errors;
                                                          } else {
                                                            valid22 = true;
                                                          }
                                                          if (valid22) {
                                                            if (data26.restart_count !== undefined) {
                                                              let data31 = data26.restart_count;
                                                              const _errs61 = errors;
                                                              if (!(
                                                                data31 === null || typeof data31 == 'number'
                                                              )) {
                                                                validate63.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/' +
                                                                      i0 +
                                                                      '/events/' +
                                                                      i2 +
                                                                      '/request/restart_count',
                                                                    message: 'must be float64 or null',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid22 = _errs61 === errors;
                                                            } else {
                                                              valid22 = true;
                                                            }
                                                          }
                                                        }
                                                        if (!valid20) {
                                                          validate63.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/events/' +
                                                                i2 +
                                                                '/request',
                                                              message: 'must be object or null',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        var valid19 = _errs51 === errors;
                                                      } else {
                                                        valid19 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                            if (!valid17) {
                                              validate63.errors = [
                                                {
                                                  instancePath: instancePath + '/' + i0 + '/events/' + i2,
                                                  message: 'must be object',
                                                },
                                              ];
                                              return false;
                                            }
                                            var valid16 = _errs42 === errors;
                                            if (!valid16) {
                                              break;
                                            }
                                          }
                                          valid15 = valid16;
                                        } else {
                                          validate63.errors = [
                                            {
                                              instancePath: instancePath + '/' + i0 + '/events',
                                              message: 'must be array or null',
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                      var valid4 = _errs41 === errors;
                                    } else {
                                      valid4 = true;
                                    }
                                    if (valid4) {
                                      if (data0.checks !== undefined) {
                                        let data32 = data0.checks;
                                        const _errs67 = errors;
                                        let valid26 = data32 === null;
                                        if (!valid26) {
                                          if (Array.isArray(data32)) {
                                            var valid27 = true;
                                            const len3 = data32.length;
                                            for (let i3 = 0; i3 < len3; i3++) {
                                              let data33 = data32[i3];
                                              const _errs68 = errors;
                                              let valid28 = false;
                                              if (
                                                data33 &&
                                                typeof data33 == 'object' &&
                                                !Array.isArray(data33)
                                              ) {
                                                valid28 = true;
                                                var valid30;
                                                if (data33.name !== undefined) {
                                                  let data34 = data33.name;
                                                  const _errs69 = errors;
                                                  if (!(data34 === null || typeof data34 == 'string')) {
                                                    validate63.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/' + i0 + '/checks/' + i3 + '/name',
                                                        message: 'must be string or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid30 = _errs69 === errors;
                                                } else {
                                                  valid30 = true;
                                                }
                                                if (valid30) {
                                                  if (data33.status !== undefined) {
                                                    let data35 = data33.status;
                                                    const _errs71 = errors;
                                                    if (!(data35 === null || typeof data35 == 'string')) {
                                                      validate63.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/checks/' +
                                                            i3 +
                                                            '/status',
                                                          message: 'must be string or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid30 = _errs71 === errors;
                                                  } else {
                                                    valid30 = true;
                                                  }
                                                  if (valid30) {
                                                    if (data33.output !== undefined) {
                                                      let data36 = data33.output;
                                                      const _errs73 = errors;
                                                      if (!(data36 === null || typeof data36 == 'string')) {
                                                        validate63.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/checks/' +
                                                              i3 +
                                                              '/output',
                                                            message: 'must be string or null',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid30 = _errs73 === errors;
                                                    } else {
                                                      valid30 = true;
                                                    }
                                                  }
                                                }
                                              }
                                              if (!valid28) {
                                                validate63.errors = [
                                                  {
                                                    instancePath: instancePath + '/' + i0 + '/checks/' + i3,
                                                    message: 'must be object',
                                                  },
                                                ];
                                                return false;
                                              }
                                              var valid27 = _errs68 === errors;
                                              if (!valid27) {
                                                break;
                                              }
                                            }
                                            valid26 = valid27;
                                          } else {
                                            validate63.errors = [
                                              {
                                                instancePath: instancePath + '/' + i0 + '/checks',
                                                message: 'must be array or null',
                                              },
                                            ];
                                            return false;
                                          }
                                        }
                                        var valid4 = _errs67 === errors;
                                      } else {
                                        valid4 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
        if (!valid2) {
          validate63.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate63.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate63.errors = vErrors;
  return errors === 0;
}
export const organizations = validate72;
const schema44 = { values: { type: 'string', nullable: true } };
function validate72(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    var valid1 = true;
    for (const key0 in data) {
      let data0 = data[key0];
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'string')) {
        validate72.errors = [
          {
            instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
            message: 'must be string or null',
          },
        ];
        return false;
      }
      var valid1 = _errs0 === errors;
      if (!valid1) {
        break;
      }
    }
    valid0 = valid1;
  } else if (!valid0) {
    validate72.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
export const peers = validate73;
const schema45 = {
  elements: {
    properties: { Name: { type: 'string' } },
    optionalProperties: {
      Region: { type: 'string', nullable: true },
      Peerip: { type: 'string', nullable: true },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate73(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.Name !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.Name == 'string')) {
              validate73.errors = [
                { instancePath: instancePath + '/' + i0 + '/Name', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate73.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'Name'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.Region !== undefined) {
              let data2 = data0.Region;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate73.errors = [
                  { instancePath: instancePath + '/' + i0 + '/Region', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.Peerip !== undefined) {
                let data3 = data0.Peerip;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate73.errors = [
                    { instancePath: instancePath + '/' + i0 + '/Peerip', message: 'must be string or null' },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
            }
          }
        }
        if (!valid2) {
          validate73.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate73.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate73.errors = vErrors;
  return errors === 0;
}
export const regions = validate74;
const schema46 = {
  elements: {
    properties: { code: { type: 'string' } },
    optionalProperties: {
      name: { type: 'string', nullable: true },
      deprecated: { type: 'boolean', nullable: true },
      requires_paid_plan: { type: 'boolean', nullable: true },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate74(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.code !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.code == 'string')) {
              validate74.errors = [
                { instancePath: instancePath + '/' + i0 + '/code', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate74.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'code'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.name !== undefined) {
              let data2 = data0.name;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate74.errors = [
                  { instancePath: instancePath + '/' + i0 + '/name', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.deprecated !== undefined) {
                let data3 = data0.deprecated;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'boolean')) {
                  validate74.errors = [
                    {
                      instancePath: instancePath + '/' + i0 + '/deprecated',
                      message: 'must be boolean or null',
                    },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
              if (valid4) {
                if (data0.requires_paid_plan !== undefined) {
                  let data4 = data0.requires_paid_plan;
                  const _errs6 = errors;
                  if (!(data4 === null || typeof data4 == 'boolean')) {
                    validate74.errors = [
                      {
                        instancePath: instancePath + '/' + i0 + '/requires_paid_plan',
                        message: 'must be boolean or null',
                      },
                    ];
                    return false;
                  }
                  var valid4 = _errs6 === errors;
                } else {
                  valid4 = true;
                }
              }
            }
          }
        }
        if (!valid2) {
          validate74.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate74.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate74.errors = vErrors;
  return errors === 0;
}
export const releases = validate75;
const schema47 = {
  elements: {
    properties: { Version: { type: 'float64' } },
    optionalProperties: {
      Status: { type: 'string', nullable: true },
      Description: { type: 'string', nullable: true },
      InProgress: { type: 'boolean', nullable: true },
      User: {
        optionalProperties: {
          Name: { type: 'string', nullable: true },
          Email: { type: 'string', nullable: true },
        },
        additionalProperties: true,
        nullable: true,
      },
      CreatedAt: { type: 'string', nullable: true },
      ImageRef: { type: 'string', nullable: true },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate75(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.Version !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.Version == 'number')) {
              validate75.errors = [
                { instancePath: instancePath + '/' + i0 + '/Version', message: 'must be float64' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate75.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'Version'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.Status !== undefined) {
              let data2 = data0.Status;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate75.errors = [
                  { instancePath: instancePath + '/' + i0 + '/Status', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.Description !== undefined) {
                let data3 = data0.Description;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate75.errors = [
                    {
                      instancePath: instancePath + '/' + i0 + '/Description',
                      message: 'must be string or null',
                    },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
              if (valid4) {
                if (data0.InProgress !== undefined) {
                  let data4 = data0.InProgress;
                  const _errs6 = errors;
                  if (!(data4 === null || typeof data4 == 'boolean')) {
                    validate75.errors = [
                      {
                        instancePath: instancePath + '/' + i0 + '/InProgress',
                        message: 'must be boolean or null',
                      },
                    ];
                    return false;
                  }
                  var valid4 = _errs6 === errors;
                } else {
                  valid4 = true;
                }
                if (valid4) {
                  if (data0.User !== undefined) {
                    let data5 = data0.User;
                    const _errs8 = errors;
                    let valid5 = data5 === null;
                    if (!valid5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                      valid5 = true;
                      var valid7;
                      if (data5.Name !== undefined) {
                        let data6 = data5.Name;
                        const _errs9 = errors;
                        if (!(data6 === null || typeof data6 == 'string')) {
                          validate75.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/User/Name',
                              message: 'must be string or null',
                            },
                          ];
                          return false;
                        }
                        var valid7 = _errs9 === errors;
                      } else {
                        valid7 = true;
                      }
                      if (valid7) {
                        if (data5.Email !== undefined) {
                          let data7 = data5.Email;
                          const _errs11 = errors;
                          if (!(data7 === null || typeof data7 == 'string')) {
                            validate75.errors = [
                              {
                                instancePath: instancePath + '/' + i0 + '/User/Email',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid7 = _errs11 === errors;
                        } else {
                          valid7 = true;
                        }
                      }
                    }
                    if (!valid5) {
                      validate75.errors = [
                        {
                          instancePath: instancePath + '/' + i0 + '/User',
                          message: 'must be object or null',
                        },
                      ];
                      return false;
                    }
                    var valid4 = _errs8 === errors;
                  } else {
                    valid4 = true;
                  }
                  if (valid4) {
                    if (data0.CreatedAt !== undefined) {
                      let data8 = data0.CreatedAt;
                      const _errs15 = errors;
                      if (!(data8 === null || typeof data8 == 'string')) {
                        validate75.errors = [
                          {
                            instancePath: instancePath + '/' + i0 + '/CreatedAt',
                            message: 'must be string or null',
                          },
                        ];
                        return false;
                      }
                      var valid4 = _errs15 === errors;
                    } else {
                      valid4 = true;
                    }
                    if (valid4) {
                      if (data0.ImageRef !== undefined) {
                        let data9 = data0.ImageRef;
                        const _errs17 = errors;
                        if (!(data9 === null || typeof data9 == 'string')) {
                          validate75.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/ImageRef',
                              message: 'must be string or null',
                            },
                          ];
                          return false;
                        }
                        var valid4 = _errs17 === errors;
                      } else {
                        valid4 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
        if (!valid2) {
          validate75.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate75.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate75.errors = vErrors;
  return errors === 0;
}
export const secrets = validate76;
const schema48 = {
  elements: {
    properties: { name: { type: 'string' } },
    optionalProperties: {
      digest: { type: 'string', nullable: true },
      status: { type: 'string', nullable: true },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate76(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.name !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.name == 'string')) {
              validate76.errors = [
                { instancePath: instancePath + '/' + i0 + '/name', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate76.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'name'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.digest !== undefined) {
              let data2 = data0.digest;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate76.errors = [
                  { instancePath: instancePath + '/' + i0 + '/digest', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.status !== undefined) {
                let data3 = data0.status;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate76.errors = [
                    { instancePath: instancePath + '/' + i0 + '/status', message: 'must be string or null' },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
            }
          }
        }
        if (!valid2) {
          validate76.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate76.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate76.errors = vErrors;
  return errors === 0;
}
export const sizes = validate77;
const schema49 = {
  values: {
    properties: { cpu_kind: { type: 'string' }, cpus: { type: 'float64' }, memory_mb: { type: 'float64' } },
    additionalProperties: true,
  },
};
function validate77(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    var valid1 = true;
    for (const key0 in data) {
      let data0 = data[key0];
      const _errs0 = errors;
      let valid2 = false;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        valid2 = true;
        var valid3;
        if (data0.cpu_kind !== undefined) {
          const _errs1 = errors;
          if (!(typeof data0.cpu_kind == 'string')) {
            validate77.errors = [
              {
                instancePath:
                  instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/cpu_kind',
                message: 'must be string',
              },
            ];
            return false;
          }
          var valid3 = _errs1 === errors;
        } else {
          valid3 = false;
          validate77.errors = [
            {
              instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
              message: "must have property 'cpu_kind'",
            },
          ];
          return false;
        }
        if (valid3) {
          if (data0.cpus !== undefined) {
            const _errs2 = errors;
            if (!(typeof data0.cpus == 'number')) {
              validate77.errors = [
                {
                  instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/cpus',
                  message: 'must be float64',
                },
              ];
              return false;
            }
            var valid3 = _errs2 === errors;
          } else {
            valid3 = false;
            validate77.errors = [
              {
                instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                message: "must have property 'cpus'",
              },
            ];
            return false;
          }
          if (valid3) {
            if (data0.memory_mb !== undefined) {
              const _errs3 = errors;
              if (!(typeof data0.memory_mb == 'number')) {
                validate77.errors = [
                  {
                    instancePath:
                      instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/memory_mb',
                    message: 'must be float64',
                  },
                ];
                return false;
              }
              var valid3 = _errs3 === errors;
            } else {
              valid3 = false;
              validate77.errors = [
                {
                  instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                  message: "must have property 'memory_mb'",
                },
              ];
              return false;
            }
          }
        }
      }
      if (!valid2) {
        validate77.errors = [
          {
            instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
            message: 'must be object',
          },
        ];
        return false;
      }
      var valid1 = _errs0 === errors;
      if (!valid1) {
        break;
      }
    }
    valid0 = valid1;
  } else if (!valid0) {
    validate77.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
export const snapshots = validate78;
const schema50 = {
  elements: {
    properties: { id: { type: 'string' } },
    optionalProperties: {
      size: { type: 'float64', nullable: true },
      created_at: { type: 'string', nullable: true },
      status: { type: 'string', nullable: true },
      retention_days: { type: 'float64', nullable: true },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate78(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.id !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.id == 'string')) {
              validate78.errors = [
                { instancePath: instancePath + '/' + i0 + '/id', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate78.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'id'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.size !== undefined) {
              let data2 = data0.size;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'number')) {
                validate78.errors = [
                  { instancePath: instancePath + '/' + i0 + '/size', message: 'must be float64 or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.created_at !== undefined) {
                let data3 = data0.created_at;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate78.errors = [
                    {
                      instancePath: instancePath + '/' + i0 + '/created_at',
                      message: 'must be string or null',
                    },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
              if (valid4) {
                if (data0.status !== undefined) {
                  let data4 = data0.status;
                  const _errs6 = errors;
                  if (!(data4 === null || typeof data4 == 'string')) {
                    validate78.errors = [
                      {
                        instancePath: instancePath + '/' + i0 + '/status',
                        message: 'must be string or null',
                      },
                    ];
                    return false;
                  }
                  var valid4 = _errs6 === errors;
                } else {
                  valid4 = true;
                }
                if (valid4) {
                  if (data0.retention_days !== undefined) {
                    let data5 = data0.retention_days;
                    const _errs8 = errors;
                    if (!(data5 === null || typeof data5 == 'number')) {
                      validate78.errors = [
                        {
                          instancePath: instancePath + '/' + i0 + '/retention_days',
                          message: 'must be float64 or null',
                        },
                      ];
                      return false;
                    }
                    var valid4 = _errs8 === errors;
                  } else {
                    valid4 = true;
                  }
                }
              }
            }
          }
        }
        if (!valid2) {
          validate78.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate78.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate78.errors = vErrors;
  return errors === 0;
}
export const status = validate79;
const schema51 = {
  properties: { Name: { type: 'string' } },
  optionalProperties: {
    Status: { type: 'string', nullable: true },
    Hostname: { type: 'string', nullable: true },
    Organization: {
      optionalProperties: {
        Slug: { type: 'string', nullable: true },
        RawSlug: { type: 'string', nullable: true },
        Name: { type: 'string', nullable: true },
      },
      additionalProperties: true,
      nullable: true,
    },
    CurrentRelease: {
      optionalProperties: {
        CreatedAt: { type: 'string', nullable: true },
        Status: { type: 'string', nullable: true },
      },
      additionalProperties: true,
      nullable: true,
    },
    Machines: {},
  },
  additionalProperties: true,
};
function validate79(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid1;
    if (data.Name !== undefined) {
      const _errs0 = errors;
      if (!(typeof data.Name == 'string')) {
        validate79.errors = [{ instancePath: instancePath + '/Name', message: 'must be string' }];
        return false;
      }
      var valid1 = _errs0 === errors;
    } else {
      valid1 = false;
      validate79.errors = [{ instancePath, message: "must have property 'Name'" }];
      return false;
    }
    if (valid1) {
      var valid2;
      if (data.Status !== undefined) {
        let data1 = data.Status;
        const _errs1 = errors;
        if (!(data1 === null || typeof data1 == 'string')) {
          validate79.errors = [{ instancePath: instancePath + '/Status', message: 'must be string or null' }];
          return false;
        }
        var valid2 = _errs1 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.Hostname !== undefined) {
          let data2 = data.Hostname;
          const _errs3 = errors;
          if (!(data2 === null || typeof data2 == 'string')) {
            validate79.errors = [
              { instancePath: instancePath + '/Hostname', message: 'must be string or null' },
            ];
            return false;
          }
          var valid2 = _errs3 === errors;
        } else {
          valid2 = true;
        }
        if (valid2) {
          if (data.Organization !== undefined) {
            let data3 = data.Organization;
            const _errs5 = errors;
            let valid3 = data3 === null;
            if (!valid3 && typeof data3 == 'object' && !Array.isArray(data3)) {
              valid3 = true;
              var valid5;
              if (data3.Slug !== undefined) {
                let data4 = data3.Slug;
                const _errs6 = errors;
                if (!(data4 === null || typeof data4 == 'string')) {
                  validate79.errors = [
                    { instancePath: instancePath + '/Organization/Slug', message: 'must be string or null' },
                  ];
                  return false;
                }
                var valid5 = _errs6 === errors;
              } else {
                valid5 = true;
              }
              if (valid5) {
                if (data3.RawSlug !== undefined) {
                  let data5 = data3.RawSlug;
                  const _errs8 = errors;
                  if (!(data5 === null || typeof data5 == 'string')) {
                    validate79.errors = [
                      {
                        instancePath: instancePath + '/Organization/RawSlug',
                        message: 'must be string or null',
                      },
                    ];
                    return false;
                  }
                  var valid5 = _errs8 === errors;
                } else {
                  valid5 = true;
                }
                if (valid5) {
                  if (data3.Name !== undefined) {
                    let data6 = data3.Name;
                    const _errs10 = errors;
                    if (!(data6 === null || typeof data6 == 'string')) {
                      validate79.errors = [
                        {
                          instancePath: instancePath + '/Organization/Name',
                          message: 'must be string or null',
                        },
                      ];
                      return false;
                    }
                    var valid5 = _errs10 === errors;
                  } else {
                    valid5 = true;
                  }
                }
              }
            }
            if (!valid3) {
              validate79.errors = [
                { instancePath: instancePath + '/Organization', message: 'must be object or null' },
              ];
              return false;
            }
            var valid2 = _errs5 === errors;
          } else {
            valid2 = true;
          }
          if (valid2) {
            if (data.CurrentRelease !== undefined) {
              let data7 = data.CurrentRelease;
              const _errs14 = errors;
              let valid6 = data7 === null;
              if (!valid6 && typeof data7 == 'object' && !Array.isArray(data7)) {
                valid6 = true;
                var valid8;
                if (data7.CreatedAt !== undefined) {
                  let data8 = data7.CreatedAt;
                  const _errs15 = errors;
                  if (!(data8 === null || typeof data8 == 'string')) {
                    validate79.errors = [
                      {
                        instancePath: instancePath + '/CurrentRelease/CreatedAt',
                        message: 'must be string or null',
                      },
                    ];
                    return false;
                  }
                  var valid8 = _errs15 === errors;
                } else {
                  valid8 = true;
                }
                if (valid8) {
                  if (data7.Status !== undefined) {
                    let data9 = data7.Status;
                    const _errs17 = errors;
                    if (!(data9 === null || typeof data9 == 'string')) {
                      validate79.errors = [
                        {
                          instancePath: instancePath + '/CurrentRelease/Status',
                          message: 'must be string or null',
                        },
                      ];
                      return false;
                    }
                    var valid8 = _errs17 === errors;
                  } else {
                    valid8 = true;
                  }
                }
              }
              if (!valid6) {
                validate79.errors = [
                  { instancePath: instancePath + '/CurrentRelease', message: 'must be object or null' },
                ];
                return false;
              }
              var valid2 = _errs14 === errors;
            } else {
              valid2 = true;
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    validate79.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate79.errors = vErrors;
  return errors === 0;
}
export const version = validate80;
const schema52 = {
  properties: { Name: { type: 'string' }, Version: { type: 'string' }, Commit: { type: 'string' } },
  additionalProperties: true,
};
function validate80(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid1;
    if (data.Name !== undefined) {
      const _errs0 = errors;
      if (!(typeof data.Name == 'string')) {
        validate80.errors = [{ instancePath: instancePath + '/Name', message: 'must be string' }];
        return false;
      }
      var valid1 = _errs0 === errors;
    } else {
      valid1 = false;
      validate80.errors = [{ instancePath, message: "must have property 'Name'" }];
      return false;
    }
    if (valid1) {
      if (data.Version !== undefined) {
        const _errs1 = errors;
        if (!(typeof data.Version == 'string')) {
          validate80.errors = [{ instancePath: instancePath + '/Version', message: 'must be string' }];
          return false;
        }
        var valid1 = _errs1 === errors;
      } else {
        valid1 = false;
        validate80.errors = [{ instancePath, message: "must have property 'Version'" }];
        return false;
      }
      if (valid1) {
        if (data.Commit !== undefined) {
          const _errs2 = errors;
          if (!(typeof data.Commit == 'string')) {
            validate80.errors = [{ instancePath: instancePath + '/Commit', message: 'must be string' }];
            return false;
          }
          var valid1 = _errs2 === errors;
        } else {
          valid1 = false;
          validate80.errors = [{ instancePath, message: "must have property 'Commit'" }];
          return false;
        }
      }
    }
  }
  if (!valid0) {
    validate80.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate80.errors = vErrors;
  return errors === 0;
}
export const volume = validate81;
const schema53 = {
  properties: { id: { type: 'string' } },
  optionalProperties: {
    name: { type: 'string', nullable: true },
    state: { type: 'string', nullable: true },
    size_gb: { type: 'float64', nullable: true },
    region: { type: 'string', nullable: true },
    encrypted: { type: 'boolean', nullable: true },
    attached_machine_id: { type: 'string', nullable: true },
    created_at: { type: 'string', nullable: true },
  },
  additionalProperties: true,
};
function validate81(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid1;
    if (data.id !== undefined) {
      const _errs0 = errors;
      if (!(typeof data.id == 'string')) {
        validate81.errors = [{ instancePath: instancePath + '/id', message: 'must be string' }];
        return false;
      }
      var valid1 = _errs0 === errors;
    } else {
      valid1 = false;
      validate81.errors = [{ instancePath, message: "must have property 'id'" }];
      return false;
    }
    if (valid1) {
      var valid2;
      if (data.name !== undefined) {
        let data1 = data.name;
        const _errs1 = errors;
        if (!(data1 === null || typeof data1 == 'string')) {
          validate81.errors = [{ instancePath: instancePath + '/name', message: 'must be string or null' }];
          return false;
        }
        var valid2 = _errs1 === errors;
      } else {
        valid2 = true;
      }
      if (valid2) {
        if (data.state !== undefined) {
          let data2 = data.state;
          const _errs3 = errors;
          if (!(data2 === null || typeof data2 == 'string')) {
            validate81.errors = [
              { instancePath: instancePath + '/state', message: 'must be string or null' },
            ];
            return false;
          }
          var valid2 = _errs3 === errors;
        } else {
          valid2 = true;
        }
        if (valid2) {
          if (data.size_gb !== undefined) {
            let data3 = data.size_gb;
            const _errs5 = errors;
            if (!(data3 === null || typeof data3 == 'number')) {
              validate81.errors = [
                { instancePath: instancePath + '/size_gb', message: 'must be float64 or null' },
              ];
              return false;
            }
            var valid2 = _errs5 === errors;
          } else {
            valid2 = true;
          }
          if (valid2) {
            if (data.region !== undefined) {
              let data4 = data.region;
              const _errs7 = errors;
              if (!(data4 === null || typeof data4 == 'string')) {
                validate81.errors = [
                  { instancePath: instancePath + '/region', message: 'must be string or null' },
                ];
                return false;
              }
              var valid2 = _errs7 === errors;
            } else {
              valid2 = true;
            }
            if (valid2) {
              if (data.encrypted !== undefined) {
                let data5 = data.encrypted;
                const _errs9 = errors;
                if (!(data5 === null || typeof data5 == 'boolean')) {
                  validate81.errors = [
                    { instancePath: instancePath + '/encrypted', message: 'must be boolean or null' },
                  ];
                  return false;
                }
                var valid2 = _errs9 === errors;
              } else {
                valid2 = true;
              }
              if (valid2) {
                if (data.attached_machine_id !== undefined) {
                  let data6 = data.attached_machine_id;
                  const _errs11 = errors;
                  if (!(data6 === null || typeof data6 == 'string')) {
                    validate81.errors = [
                      {
                        instancePath: instancePath + '/attached_machine_id',
                        message: 'must be string or null',
                      },
                    ];
                    return false;
                  }
                  var valid2 = _errs11 === errors;
                } else {
                  valid2 = true;
                }
                if (valid2) {
                  if (data.created_at !== undefined) {
                    let data7 = data.created_at;
                    const _errs13 = errors;
                    if (!(data7 === null || typeof data7 == 'string')) {
                      validate81.errors = [
                        { instancePath: instancePath + '/created_at', message: 'must be string or null' },
                      ];
                      return false;
                    }
                    var valid2 = _errs13 === errors;
                  } else {
                    valid2 = true;
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    validate81.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate81.errors = vErrors;
  return errors === 0;
}
export const volumes = validate82;
const schema54 = {
  elements: {
    properties: { id: { type: 'string' } },
    optionalProperties: {
      name: { type: 'string', nullable: true },
      state: { type: 'string', nullable: true },
      size_gb: { type: 'float64', nullable: true },
      region: { type: 'string', nullable: true },
      encrypted: { type: 'boolean', nullable: true },
      attached_machine_id: { type: 'string', nullable: true },
      created_at: { type: 'string', nullable: true },
    },
    additionalProperties: true,
  },
  nullable: true,
};
function validate82(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = data === null;
  if (!valid0) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs0 = errors;
        let valid2 = false;
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          valid2 = true;
          var valid3;
          if (data0.id !== undefined) {
            const _errs1 = errors;
            if (!(typeof data0.id == 'string')) {
              validate82.errors = [
                { instancePath: instancePath + '/' + i0 + '/id', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate82.errors = [
              { instancePath: instancePath + '/' + i0, message: "must have property 'id'" },
            ];
            return false;
          }
          if (valid3) {
            var valid4;
            if (data0.name !== undefined) {
              let data2 = data0.name;
              const _errs2 = errors;
              if (!(data2 === null || typeof data2 == 'string')) {
                validate82.errors = [
                  { instancePath: instancePath + '/' + i0 + '/name', message: 'must be string or null' },
                ];
                return false;
              }
              var valid4 = _errs2 === errors;
            } else {
              valid4 = true;
            }
            if (valid4) {
              if (data0.state !== undefined) {
                let data3 = data0.state;
                const _errs4 = errors;
                if (!(data3 === null || typeof data3 == 'string')) {
                  validate82.errors = [
                    { instancePath: instancePath + '/' + i0 + '/state', message: 'must be string or null' },
                  ];
                  return false;
                }
                var valid4 = _errs4 === errors;
              } else {
                valid4 = true;
              }
              if (valid4) {
                if (data0.size_gb !== undefined) {
                  let data4 = data0.size_gb;
                  const _errs6 = errors;
                  if (!(data4 === null || typeof data4 == 'number')) {
                    validate82.errors = [
                      {
                        instancePath: instancePath + '/' + i0 + '/size_gb',
                        message: 'must be float64 or null',
                      },
                    ];
                    return false;
                  }
                  var valid4 = _errs6 === errors;
                } else {
                  valid4 = true;
                }
                if (valid4) {
                  if (data0.region !== undefined) {
                    let data5 = data0.region;
                    const _errs8 = errors;
                    if (!(data5 === null || typeof data5 == 'string')) {
                      validate82.errors = [
                        {
                          instancePath: instancePath + '/' + i0 + '/region',
                          message: 'must be string or null',
                        },
                      ];
                      return false;
                    }
                    var valid4 = _errs8 === errors;
                  } else {
                    valid4 = true;
                  }
                  if (valid4) {
                    if (data0.encrypted !== undefined) {
                      let data6 = data0.encrypted;
                      const _errs10 = errors;
                      if (!(data6 === null || typeof data6 == 'boolean')) {
                        validate82.errors = [
                          {
                            instancePath: instancePath + '/' + i0 + '/encrypted',
                            message: 'must be boolean or null',
                          },
                        ];
                        return false;
                      }
                      var valid4 = _errs10 === errors;
                    } else {
                      valid4 = true;
                    }
                    if (valid4) {
                      if (data0.attached_machine_id !== undefined) {
                        let data7 = data0.attached_machine_id;
                        const _errs12 = errors;
                        if (!(data7 === null || typeof data7 == 'string')) {
                          validate82.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/attached_machine_id',
                              message: 'must be string or null',
                            },
                          ];
                          return false;
                        }
                        var valid4 = _errs12 === errors;
                      } else {
                        valid4 = true;
                      }
                      if (valid4) {
                        if (data0.created_at !== undefined) {
                          let data8 = data0.created_at;
                          const _errs14 = errors;
                          if (!(data8 === null || typeof data8 == 'string')) {
                            validate82.errors = [
                              {
                                instancePath: instancePath + '/' + i0 + '/created_at',
                                message: 'must be string or null',
                              },
                            ];
                            return false;
                          }
                          var valid4 = _errs14 === errors;
                        } else {
                          valid4 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
        if (!valid2) {
          validate82.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate82.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate82.errors = vErrors;
  return errors === 0;
}
