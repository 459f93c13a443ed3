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
export const machines = validate62;
const schema34 = {
  definitions: {
    config: {
      optionalProperties: {
        image: { type: 'string', nullable: true },
        env: { values: { type: 'string', nullable: true }, nullable: true },
        metadata: { values: { type: 'string', nullable: true }, nullable: true },
        init: {
          optionalProperties: {
            exec: { elements: { type: 'string' }, nullable: true },
            cmd: { elements: { type: 'string' }, nullable: true },
          },
          additionalProperties: true,
          nullable: true,
        },
        processes: {
          elements: {
            optionalProperties: {
              exec: { elements: { type: 'string' }, nullable: true },
              cmd: { elements: { type: 'string' }, nullable: true },
            },
            additionalProperties: true,
          },
          nullable: true,
        },
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
        services: {
          elements: {
            optionalProperties: { internal_port: { type: 'float64', nullable: true } },
            additionalProperties: true,
          },
          nullable: true,
        },
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
      created_at: { type: 'string', nullable: true },
      updated_at: { type: 'string', nullable: true },
      host_status: { type: 'string', nullable: true },
      cordoned: { type: 'boolean', nullable: true },
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
                  },
                  additionalProperties: true,
                  nullable: true,
                },
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
const schema35 = {
  optionalProperties: {
    image: { type: 'string', nullable: true },
    env: { values: { type: 'string', nullable: true }, nullable: true },
    metadata: { values: { type: 'string', nullable: true }, nullable: true },
    init: {
      optionalProperties: {
        exec: { elements: { type: 'string' }, nullable: true },
        cmd: { elements: { type: 'string' }, nullable: true },
      },
      additionalProperties: true,
      nullable: true,
    },
    processes: {
      elements: {
        optionalProperties: {
          exec: { elements: { type: 'string' }, nullable: true },
          cmd: { elements: { type: 'string' }, nullable: true },
        },
        additionalProperties: true,
      },
      nullable: true,
    },
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
    services: {
      elements: {
        optionalProperties: { internal_port: { type: 'float64', nullable: true } },
        additionalProperties: true,
      },
      nullable: true,
    },
  },
  additionalProperties: true,
};
function validate62(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
              validate62.errors = [
                { instancePath: instancePath + '/' + i0 + '/id', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate62.errors = [
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
                validate62.errors = [
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
                  validate62.errors = [
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
                    validate62.errors = [
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
                  if (data0.created_at !== undefined) {
                    let data5 = data0.created_at;
                    const _errs8 = errors;
                    if (!(data5 === null || typeof data5 == 'string')) {
                      validate62.errors = [
                        {
                          instancePath: instancePath + '/' + i0 + '/created_at',
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
                    if (data0.updated_at !== undefined) {
                      let data6 = data0.updated_at;
                      const _errs10 = errors;
                      if (!(data6 === null || typeof data6 == 'string')) {
                        validate62.errors = [
                          {
                            instancePath: instancePath + '/' + i0 + '/updated_at',
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
                      if (data0.host_status !== undefined) {
                        let data7 = data0.host_status;
                        const _errs12 = errors;
                        if (!(data7 === null || typeof data7 == 'string')) {
                          validate62.errors = [
                            {
                              instancePath: instancePath + '/' + i0 + '/host_status',
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
                        if (data0.cordoned !== undefined) {
                          let data8 = data0.cordoned;
                          const _errs14 = errors;
                          if (!(data8 === null || typeof data8 == 'boolean')) {
                            validate62.errors = [
                              {
                                instancePath: instancePath + '/' + i0 + '/cordoned',
                                message: 'must be boolean or null',
                              },
                            ];
                            return false;
                          }
                          var valid4 = _errs14 === errors;
                        } else {
                          valid4 = true;
                        }
                        if (valid4) {
                          if (data0.image_ref !== undefined) {
                            let data9 = data0.image_ref;
                            const _errs16 = errors;
                            let valid5 = data9 === null;
                            if (!valid5 && typeof data9 == 'object' && !Array.isArray(data9)) {
                              valid5 = true;
                              var valid7;
                              if (data9.repository !== undefined) {
                                let data10 = data9.repository;
                                const _errs17 = errors;
                                if (!(data10 === null || typeof data10 == 'string')) {
                                  validate62.errors = [
                                    {
                                      instancePath: instancePath + '/' + i0 + '/image_ref/repository',
                                      message: 'must be string or null',
                                    },
                                  ];
                                  return false;
                                }
                                var valid7 = _errs17 === errors;
                              } else {
                                valid7 = true;
                              }
                              if (valid7) {
                                if (data9.tag !== undefined) {
                                  let data11 = data9.tag;
                                  const _errs19 = errors;
                                  if (!(data11 === null || typeof data11 == 'string')) {
                                    validate62.errors = [
                                      {
                                        instancePath: instancePath + '/' + i0 + '/image_ref/tag',
                                        message: 'must be string or null',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid7 = _errs19 === errors;
                                } else {
                                  valid7 = true;
                                }
                                if (valid7) {
                                  if (data9.digest !== undefined) {
                                    let data12 = data9.digest;
                                    const _errs21 = errors;
                                    if (!(data12 === null || typeof data12 == 'string')) {
                                      validate62.errors = [
                                        {
                                          instancePath: instancePath + '/' + i0 + '/image_ref/digest',
                                          message: 'must be string or null',
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid7 = _errs21 === errors;
                                  } else {
                                    valid7 = true;
                                  }
                                }
                              }
                            }
                            if (!valid5) {
                              validate62.errors = [
                                {
                                  instancePath: instancePath + '/' + i0 + '/image_ref',
                                  message: 'must be object or null',
                                },
                              ];
                              return false;
                            }
                            var valid4 = _errs16 === errors;
                          } else {
                            valid4 = true;
                          }
                          if (valid4) {
                            if (data0.config !== undefined) {
                              let data13 = data0.config;
                              const _errs25 = errors;
                              var valid8 = data13 === null;
                              if (!valid8) {
                                const _errs26 = errors;
                                let valid9 = false;
                                if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                                  valid9 = true;
                                  var valid11;
                                  if (data13.image !== undefined) {
                                    let data14 = data13.image;
                                    const _errs27 = errors;
                                    if (!(data14 === null || typeof data14 == 'string')) {
                                      validate62.errors = [
                                        {
                                          instancePath: instancePath + '/' + i0 + '/config/image',
                                          message: 'must be string or null',
                                        },
                                      ];
                                      return false;
                                    }
                                    var valid11 = _errs27 === errors;
                                  } else {
                                    valid11 = true;
                                  }
                                  if (valid11) {
                                    if (data13.env !== undefined) {
                                      let data15 = data13.env;
                                      const _errs29 = errors;
                                      let valid12 = data15 === null;
                                      if (!valid12 && typeof data15 == 'object' && !Array.isArray(data15)) {
                                        var valid13 = true;
                                        for (const key0 in data15) {
                                          let data16 = data15[key0];
                                          const _errs30 = errors;
                                          if (!(data16 === null || typeof data16 == 'string')) {
                                            validate62.errors = [
                                              {
                                                instancePath:
                                                  instancePath +
                                                  '/' +
                                                  i0 +
                                                  '/config/env/' +
                                                  key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                message: 'must be string or null',
                                              },
                                            ];
                                            return false;
                                          }
                                          var valid13 = _errs30 === errors;
                                          if (!valid13) {
                                            break;
                                          }
                                        }
                                        valid12 = valid13;
                                      } else if (!valid12) {
                                        validate62.errors = [
                                          {
                                            instancePath: instancePath + '/' + i0 + '/config/env',
                                            message: 'must be object or null',
                                          },
                                        ];
                                        return false;
                                      }
                                      var valid11 = _errs29 === errors;
                                    } else {
                                      valid11 = true;
                                    }
                                    if (valid11) {
                                      if (data13.metadata !== undefined) {
                                        let data17 = data13.metadata;
                                        const _errs33 = errors;
                                        let valid14 = data17 === null;
                                        if (!valid14 && typeof data17 == 'object' && !Array.isArray(data17)) {
                                          var valid15 = true;
                                          for (const key1 in data17) {
                                            let data18 = data17[key1];
                                            const _errs34 = errors;
                                            if (!(data18 === null || typeof data18 == 'string')) {
                                              validate62.errors = [
                                                {
                                                  instancePath:
                                                    instancePath +
                                                    '/' +
                                                    i0 +
                                                    '/config/metadata/' +
                                                    key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                  message: 'must be string or null',
                                                },
                                              ];
                                              return false;
                                            }
                                            var valid15 = _errs34 === errors;
                                            if (!valid15) {
                                              break;
                                            }
                                          }
                                          valid14 = valid15;
                                        } else if (!valid14) {
                                          validate62.errors = [
                                            {
                                              instancePath: instancePath + '/' + i0 + '/config/metadata',
                                              message: 'must be object or null',
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid11 = _errs33 === errors;
                                      } else {
                                        valid11 = true;
                                      }
                                      if (valid11) {
                                        if (data13.init !== undefined) {
                                          let data19 = data13.init;
                                          const _errs37 = errors;
                                          let valid16 = data19 === null;
                                          if (
                                            !valid16 &&
                                            typeof data19 == 'object' &&
                                            !Array.isArray(data19)
                                          ) {
                                            valid16 = true;
                                            var valid18;
                                            if (data19.exec !== undefined) {
                                              let data20 = data19.exec;
                                              const _errs38 = errors;
                                              let valid19 = data20 === null;
                                              if (!valid19) {
                                                if (Array.isArray(data20)) {
                                                  var valid20 = true;
                                                  const len1 = data20.length;
                                                  for (let i1 = 0; i1 < len1; i1++) {
                                                    const _errs39 = errors;
                                                    if (!(typeof data20[i1] == 'string')) {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/config/init/exec/' +
                                                            i1,
                                                          message: 'must be string',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid20 = _errs39 === errors;
                                                    if (!valid20) {
                                                      break;
                                                    }
                                                  }
                                                  valid19 = valid20;
                                                } else {
                                                  validate62.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath + '/' + i0 + '/config/init/exec',
                                                      message: 'must be array or null',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                              }
                                              var valid18 = _errs38 === errors;
                                            } else {
                                              valid18 = true;
                                            }
                                            if (valid18) {
                                              if (data19.cmd !== undefined) {
                                                let data22 = data19.cmd;
                                                const _errs41 = errors;
                                                let valid21 = data22 === null;
                                                if (!valid21) {
                                                  if (Array.isArray(data22)) {
                                                    var valid22 = true;
                                                    const len2 = data22.length;
                                                    for (let i2 = 0; i2 < len2; i2++) {
                                                      const _errs42 = errors;
                                                      if (!(typeof data22[i2] == 'string')) {
                                                        validate62.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/config/init/cmd/' +
                                                              i2,
                                                            message: 'must be string',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid22 = _errs42 === errors;
                                                      if (!valid22) {
                                                        break;
                                                      }
                                                    }
                                                    valid21 = valid22;
                                                  } else {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/' + i0 + '/config/init/cmd',
                                                        message: 'must be array or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                }
                                                var valid18 = _errs41 === errors;
                                              } else {
                                                valid18 = true;
                                              }
                                            }
                                          }
                                          if (!valid16) {
                                            validate62.errors = [
                                              {
                                                instancePath: instancePath + '/' + i0 + '/config/init',
                                                message: 'must be object or null',
                                              },
                                            ];
                                            return false;
                                          }
                                          var valid11 = _errs37 === errors;
                                        } else {
                                          valid11 = true;
                                        }
                                        if (valid11) {
                                          if (data13.processes !== undefined) {
                                            let data24 = data13.processes;
                                            const _errs46 = errors;
                                            let valid23 = data24 === null;
                                            if (!valid23) {
                                              if (Array.isArray(data24)) {
                                                var valid24 = true;
                                                const len3 = data24.length;
                                                for (let i3 = 0; i3 < len3; i3++) {
                                                  let data25 = data24[i3];
                                                  const _errs47 = errors;
                                                  let valid25 = false;
                                                  if (
                                                    data25 &&
                                                    typeof data25 == 'object' &&
                                                    !Array.isArray(data25)
                                                  ) {
                                                    valid25 = true;
                                                    var valid27;
                                                    if (data25.exec !== undefined) {
                                                      let data26 = data25.exec;
                                                      const _errs48 = errors;
                                                      let valid28 = data26 === null;
                                                      if (!valid28) {
                                                        if (Array.isArray(data26)) {
                                                          var valid29 = true;
                                                          const len4 = data26.length;
                                                          for (let i4 = 0; i4 < len4; i4++) {
                                                            const _errs49 = errors;
                                                            if (!(typeof data26[i4] == 'string')) {
                                                              validate62.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/config/processes/' +
                                                                    i3 +
                                                                    '/exec/' +
                                                                    i4,
                                                                  message: 'must be string',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid29 = _errs49 === errors;
                                                            if (!valid29) {
                                                              break;
                                                            }
                                                          }
                                                          valid28 = valid29;
                                                        } else {
                                                          validate62.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/config/processes/' +
                                                                i3 +
                                                                '/exec',
                                                              message: 'must be array or null',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      }
                                                      var valid27 = _errs48 === errors;
                                                    } else {
                                                      valid27 = true;
                                                    }
                                                    if (valid27) {
                                                      if (data25.cmd !== undefined) {
                                                        let data28 = data25.cmd;
                                                        const _errs51 = errors;
                                                        let valid30 = data28 === null;
                                                        if (!valid30) {
                                                          if (Array.isArray(data28)) {
                                                            var valid31 = true;
                                                            const len5 = data28.length;
                                                            for (let i5 = 0; i5 < len5; i5++) {
                                                              const _errs52 = errors;
                                                              if (!(typeof data28[i5] == 'string')) {
                                                                validate62.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/' +
                                                                      i0 +
                                                                      '/config/processes/' +
                                                                      i3 +
                                                                      '/cmd/' +
                                                                      i5,
                                                                    message: 'must be string',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid31 = _errs52 === errors;
                                                              if (!valid31) {
                                                                break;
                                                              }
                                                            }
                                                            valid30 = valid31;
                                                          } else {
                                                            validate62.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/' +
                                                                  i0 +
                                                                  '/config/processes/' +
                                                                  i3 +
                                                                  '/cmd',
                                                                message: 'must be array or null',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                        }
                                                        var valid27 = _errs51 === errors;
                                                      } else {
                                                        valid27 = true;
                                                      }
                                                    }
                                                  }
                                                  if (!valid25) {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/' + i0 + '/config/processes/' + i3,
                                                        message: 'must be object',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid24 = _errs47 === errors;
                                                  if (!valid24) {
                                                    break;
                                                  }
                                                }
                                                valid23 = valid24;
                                              } else {
                                                validate62.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath + '/' + i0 + '/config/processes',
                                                    message: 'must be array or null',
                                                  },
                                                ];
                                                return false;
                                              }
                                            }
                                            var valid11 = _errs46 === errors;
                                          } else {
                                            valid11 = true;
                                          }
                                          if (valid11) {
                                            if (data13.guest !== undefined) {
                                              let data30 = data13.guest;
                                              const _errs56 = errors;
                                              let valid32 = data30 === null;
                                              if (
                                                !valid32 &&
                                                typeof data30 == 'object' &&
                                                !Array.isArray(data30)
                                              ) {
                                                valid32 = true;
                                                var valid34;
                                                if (data30.cpu_kind !== undefined) {
                                                  let data31 = data30.cpu_kind;
                                                  const _errs57 = errors;
                                                  if (!(data31 === null || typeof data31 == 'string')) {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/' + i0 + '/config/guest/cpu_kind',
                                                        message: 'must be string or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid34 = _errs57 === errors;
                                                } else {
                                                  valid34 = true;
                                                }
                                                if (valid34) {
                                                  if (data30.cpus !== undefined) {
                                                    let data32 = data30.cpus;
                                                    const _errs59 = errors;
                                                    if (!(data32 === null || typeof data32 == 'number')) {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath + '/' + i0 + '/config/guest/cpus',
                                                          message: 'must be float64 or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid34 = _errs59 === errors;
                                                  } else {
                                                    valid34 = true;
                                                  }
                                                  if (valid34) {
                                                    if (data30.memory_mb !== undefined) {
                                                      let data33 = data30.memory_mb;
                                                      const _errs61 = errors;
                                                      if (!(data33 === null || typeof data33 == 'number')) {
                                                        validate62.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/config/guest/memory_mb',
                                                            message: 'must be float64 or null',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid34 = _errs61 === errors;
                                                    } else {
                                                      valid34 = true;
                                                    }
                                                  }
                                                }
                                              }
                                              if (!valid32) {
                                                validate62.errors = [
                                                  {
                                                    instancePath: instancePath + '/' + i0 + '/config/guest',
                                                    message: 'must be object or null',
                                                  },
                                                ];
                                                return false;
                                              }
                                              var valid11 = _errs56 === errors;
                                            } else {
                                              valid11 = true;
                                            }
                                            if (valid11) {
                                              if (data13.mounts !== undefined) {
                                                let data34 = data13.mounts;
                                                const _errs65 = errors;
                                                let valid35 = data34 === null;
                                                if (!valid35) {
                                                  if (Array.isArray(data34)) {
                                                    var valid36 = true;
                                                    const len6 = data34.length;
                                                    for (let i6 = 0; i6 < len6; i6++) {
                                                      let data35 = data34[i6];
                                                      const _errs66 = errors;
                                                      let valid37 = false;
                                                      if (
                                                        data35 &&
                                                        typeof data35 == 'object' &&
                                                        !Array.isArray(data35)
                                                      ) {
                                                        valid37 = true;
                                                        var valid39;
                                                        if (data35.volume !== undefined) {
                                                          let data36 = data35.volume;
                                                          const _errs67 = errors;
                                                          if (!(
                                                            data36 === null || typeof data36 == 'string'
                                                          )) {
                                                            validate62.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/' +
                                                                  i0 +
                                                                  '/config/mounts/' +
                                                                  i6 +
                                                                  '/volume',
                                                                message: 'must be string or null',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                          var valid39 = _errs67 === errors;
                                                        } else {
                                                          valid39 = true;
                                                        }
                                                        if (valid39) {
                                                          if (data35.path !== undefined) {
                                                            let data37 = data35.path;
                                                            const _errs69 = errors;
                                                            if (!(
                                                              data37 === null || typeof data37 == 'string'
                                                            )) {
                                                              validate62.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/config/mounts/' +
                                                                    i6 +
                                                                    '/path',
                                                                  message: 'must be string or null',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid39 = _errs69 === errors;
                                                          } else {
                                                            valid39 = true;
                                                          }
                                                        }
                                                      }
                                                      if (!valid37) {
                                                        validate62.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/config/mounts/' +
                                                              i6,
                                                            message: 'must be object',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid36 = _errs66 === errors;
                                                      if (!valid36) {
                                                        break;
                                                      }
                                                    }
                                                    valid35 = valid36;
                                                  } else {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath + '/' + i0 + '/config/mounts',
                                                        message: 'must be array or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                }
                                                var valid11 = _errs65 === errors;
                                              } else {
                                                valid11 = true;
                                              }
                                              if (valid11) {
                                                if (data13.services !== undefined) {
                                                  let data38 = data13.services;
                                                  const _errs73 = errors;
                                                  let valid40 = data38 === null;
                                                  if (!valid40) {
                                                    if (Array.isArray(data38)) {
                                                      var valid41 = true;
                                                      const len7 = data38.length;
                                                      for (let i7 = 0; i7 < len7; i7++) {
                                                        let data39 = data38[i7];
                                                        const _errs74 = errors;
                                                        let valid42 = false;
                                                        if (
                                                          data39 &&
                                                          typeof data39 == 'object' &&
                                                          !Array.isArray(data39)
                                                        ) {
                                                          valid42 = true;
                                                          if (data39.internal_port !== undefined) {
                                                            let data40 = data39.internal_port;
                                                            if (!(
                                                              data40 === null || typeof data40 == 'number'
                                                            )) {
                                                              validate62.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/config/services/' +
                                                                    i7 +
                                                                    '/internal_port',
                                                                  message: 'must be float64 or null',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        if (!valid42) {
                                                          validate62.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/config/services/' +
                                                                i7,
                                                              message: 'must be object',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        var valid41 = _errs74 === errors;
                                                        if (!valid41) {
                                                          break;
                                                        }
                                                      }
                                                      valid40 = valid41;
                                                    } else {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath + '/' + i0 + '/config/services',
                                                          message: 'must be array or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                  }
                                                  var valid11 = _errs73 === errors;
                                                } else {
                                                  valid11 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                                if (!valid9) {
                                  validate62.errors = [
                                    {
                                      instancePath: instancePath + '/' + i0 + '/config',
                                      message: 'must be object',
                                    },
                                  ];
                                  return false;
                                }
                                var valid8 = _errs26 === errors;
                              }
                              var valid4 = _errs25 === errors;
                            } else {
                              valid4 = true;
                            }
                            if (valid4) {
                              if (data0.incomplete_config !== undefined) {
                                let data41 = data0.incomplete_config;
                                const _errs81 = errors;
                                var valid45 = data41 === null;
                                if (!valid45) {
                                  const _errs82 = errors;
                                  let valid46 = false;
                                  if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                                    valid46 = true;
                                    var valid48;
                                    if (data41.image !== undefined) {
                                      let data42 = data41.image;
                                      const _errs83 = errors;
                                      if (!(data42 === null || typeof data42 == 'string')) {
                                        validate62.errors = [
                                          {
                                            instancePath:
                                              instancePath + '/' + i0 + '/incomplete_config/image',
                                            message: 'must be string or null',
                                          },
                                        ];
                                        return false;
                                      }
                                      var valid48 = _errs83 === errors;
                                    } else {
                                      valid48 = true;
                                    }
                                    if (valid48) {
                                      if (data41.env !== undefined) {
                                        let data43 = data41.env;
                                        const _errs85 = errors;
                                        let valid49 = data43 === null;
                                        if (!valid49 && typeof data43 == 'object' && !Array.isArray(data43)) {
                                          var valid50 = true;
                                          for (const key2 in data43) {
                                            let data44 = data43[key2];
                                            const _errs86 = errors;
                                            if (!(data44 === null || typeof data44 == 'string')) {
                                              validate62.errors = [
                                                {
                                                  instancePath:
                                                    instancePath +
                                                    '/' +
                                                    i0 +
                                                    '/incomplete_config/env/' +
                                                    key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                  message: 'must be string or null',
                                                },
                                              ];
                                              return false;
                                            }
                                            var valid50 = _errs86 === errors;
                                            if (!valid50) {
                                              break;
                                            }
                                          }
                                          valid49 = valid50;
                                        } else if (!valid49) {
                                          validate62.errors = [
                                            {
                                              instancePath:
                                                instancePath + '/' + i0 + '/incomplete_config/env',
                                              message: 'must be object or null',
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid48 = _errs85 === errors;
                                      } else {
                                        valid48 = true;
                                      }
                                      if (valid48) {
                                        if (data41.metadata !== undefined) {
                                          let data45 = data41.metadata;
                                          const _errs89 = errors;
                                          let valid51 = data45 === null;
                                          if (
                                            !valid51 &&
                                            typeof data45 == 'object' &&
                                            !Array.isArray(data45)
                                          ) {
                                            var valid52 = true;
                                            for (const key3 in data45) {
                                              let data46 = data45[key3];
                                              const _errs90 = errors;
                                              if (!(data46 === null || typeof data46 == 'string')) {
                                                validate62.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath +
                                                      '/' +
                                                      i0 +
                                                      '/incomplete_config/metadata/' +
                                                      key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                    message: 'must be string or null',
                                                  },
                                                ];
                                                return false;
                                              }
                                              var valid52 = _errs90 === errors;
                                              if (!valid52) {
                                                break;
                                              }
                                            }
                                            valid51 = valid52;
                                          } else if (!valid51) {
                                            validate62.errors = [
                                              {
                                                instancePath:
                                                  instancePath + '/' + i0 + '/incomplete_config/metadata',
                                                message: 'must be object or null',
                                              },
                                            ];
                                            return false;
                                          }
                                          var valid48 = _errs89 === errors;
                                        } else {
                                          valid48 = true;
                                        }
                                        if (valid48) {
                                          if (data41.init !== undefined) {
                                            let data47 = data41.init;
                                            const _errs93 = errors;
                                            let valid53 = data47 === null;
                                            if (
                                              !valid53 &&
                                              typeof data47 == 'object' &&
                                              !Array.isArray(data47)
                                            ) {
                                              valid53 = true;
                                              var valid55;
                                              if (data47.exec !== undefined) {
                                                let data48 = data47.exec;
                                                const _errs94 = errors;
                                                let valid56 = data48 === null;
                                                if (!valid56) {
                                                  if (Array.isArray(data48)) {
                                                    var valid57 = true;
                                                    const len8 = data48.length;
                                                    for (let i8 = 0; i8 < len8; i8++) {
                                                      const _errs95 = errors;
                                                      if (!(typeof data48[i8] == 'string')) {
                                                        validate62.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/incomplete_config/init/exec/' +
                                                              i8,
                                                            message: 'must be string',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid57 = _errs95 === errors;
                                                      if (!valid57) {
                                                        break;
                                                      }
                                                    }
                                                    valid56 = valid57;
                                                  } else {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/' +
                                                          i0 +
                                                          '/incomplete_config/init/exec',
                                                        message: 'must be array or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                }
                                                var valid55 = _errs94 === errors;
                                              } else {
                                                valid55 = true;
                                              }
                                              if (valid55) {
                                                if (data47.cmd !== undefined) {
                                                  let data50 = data47.cmd;
                                                  const _errs97 = errors;
                                                  let valid58 = data50 === null;
                                                  if (!valid58) {
                                                    if (Array.isArray(data50)) {
                                                      var valid59 = true;
                                                      const len9 = data50.length;
                                                      for (let i9 = 0; i9 < len9; i9++) {
                                                        const _errs98 = errors;
                                                        if (!(typeof data50[i9] == 'string')) {
                                                          validate62.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/incomplete_config/init/cmd/' +
                                                                i9,
                                                              message: 'must be string',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        var valid59 = _errs98 === errors;
                                                        if (!valid59) {
                                                          break;
                                                        }
                                                      }
                                                      valid58 = valid59;
                                                    } else {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/incomplete_config/init/cmd',
                                                          message: 'must be array or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                  }
                                                  var valid55 = _errs97 === errors;
                                                } else {
                                                  valid55 = true;
                                                }
                                              }
                                            }
                                            if (!valid53) {
                                              validate62.errors = [
                                                {
                                                  instancePath:
                                                    instancePath + '/' + i0 + '/incomplete_config/init',
                                                  message: 'must be object or null',
                                                },
                                              ];
                                              return false;
                                            }
                                            var valid48 = _errs93 === errors;
                                          } else {
                                            valid48 = true;
                                          }
                                          if (valid48) {
                                            if (data41.processes !== undefined) {
                                              let data52 = data41.processes;
                                              const _errs102 = errors;
                                              let valid60 = data52 === null;
                                              if (!valid60) {
                                                if (Array.isArray(data52)) {
                                                  var valid61 = true;
                                                  const len10 = data52.length;
                                                  for (let i10 = 0; i10 < len10; i10++) {
                                                    let data53 = data52[i10];
                                                    const _errs103 = errors;
                                                    let valid62 = false;
                                                    if (
                                                      data53 &&
                                                      typeof data53 == 'object' &&
                                                      !Array.isArray(data53)
                                                    ) {
                                                      valid62 = true;
                                                      var valid64;
                                                      if (data53.exec !== undefined) {
                                                        let data54 = data53.exec;
                                                        const _errs104 = errors;
                                                        let valid65 = data54 === null;
                                                        if (!valid65) {
                                                          if (Array.isArray(data54)) {
                                                            var valid66 = true;
                                                            const len11 = data54.length;
                                                            for (let i11 = 0; i11 < len11; i11++) {
                                                              const _errs105 = errors;
                                                              if (!(typeof data54[i11] == 'string')) {
                                                                validate62.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/' +
                                                                      i0 +
                                                                      '/incomplete_config/processes/' +
                                                                      i10 +
                                                                      '/exec/' +
                                                                      i11,
                                                                    message: 'must be string',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid66 = _errs105 === errors;
                                                              if (!valid66) {
                                                                break;
                                                              }
                                                            }
                                                            valid65 = valid66;
                                                          } else {
                                                            validate62.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/' +
                                                                  i0 +
                                                                  '/incomplete_config/processes/' +
                                                                  i10 +
                                                                  '/exec',
                                                                message: 'must be array or null',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                        }
                                                        var valid64 = _errs104 === errors;
                                                      } else {
                                                        valid64 = true;
                                                      }
                                                      if (valid64) {
                                                        if (data53.cmd !== undefined) {
                                                          let data56 = data53.cmd;
                                                          const _errs107 = errors;
                                                          let valid67 = data56 === null;
                                                          if (!valid67) {
                                                            if (Array.isArray(data56)) {
                                                              var valid68 = true;
                                                              const len12 = data56.length;
                                                              for (let i12 = 0; i12 < len12; i12++) {
                                                                const _errs108 = errors;
                                                                if (!(typeof data56[i12] == 'string')) {
                                                                  validate62.errors = [
                                                                    {
                                                                      instancePath:
                                                                        instancePath +
                                                                        '/' +
                                                                        i0 +
                                                                        '/incomplete_config/processes/' +
                                                                        i10 +
                                                                        '/cmd/' +
                                                                        i12,
                                                                      message: 'must be string',
                                                                    },
                                                                  ];
                                                                  return false;
                                                                }
                                                                var valid68 = _errs108 === errors;
                                                                if (!valid68) {
                                                                  break;
                                                                }
                                                              }
                                                              valid67 = valid68;
                                                            } else {
                                                              validate62.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/incomplete_config/processes/' +
                                                                    i10 +
                                                                    '/cmd',
                                                                  message: 'must be array or null',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                          }
                                                          var valid64 = _errs107 === errors;
                                                        } else {
                                                          valid64 = true;
                                                        }
                                                      }
                                                    }
                                                    if (!valid62) {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/incomplete_config/processes/' +
                                                            i10,
                                                          message: 'must be object',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid61 = _errs103 === errors;
                                                    if (!valid61) {
                                                      break;
                                                    }
                                                  }
                                                  valid60 = valid61;
                                                } else {
                                                  validate62.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/' +
                                                        i0 +
                                                        '/incomplete_config/processes',
                                                      message: 'must be array or null',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                              }
                                              var valid48 = _errs102 === errors;
                                            } else {
                                              valid48 = true;
                                            }
                                            if (valid48) {
                                              if (data41.guest !== undefined) {
                                                let data58 = data41.guest;
                                                const _errs112 = errors;
                                                let valid69 = data58 === null;
                                                if (
                                                  !valid69 &&
                                                  typeof data58 == 'object' &&
                                                  !Array.isArray(data58)
                                                ) {
                                                  valid69 = true;
                                                  var valid71;
                                                  if (data58.cpu_kind !== undefined) {
                                                    let data59 = data58.cpu_kind;
                                                    const _errs113 = errors;
                                                    if (!(data59 === null || typeof data59 == 'string')) {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/incomplete_config/guest/cpu_kind',
                                                          message: 'must be string or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid71 = _errs113 === errors;
                                                  } else {
                                                    valid71 = true;
                                                  }
                                                  if (valid71) {
                                                    if (data58.cpus !== undefined) {
                                                      let data60 = data58.cpus;
                                                      const _errs115 = errors;
                                                      if (!(data60 === null || typeof data60 == 'number')) {
                                                        validate62.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/incomplete_config/guest/cpus',
                                                            message: 'must be float64 or null',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                      var valid71 = _errs115 === errors;
                                                    } else {
                                                      valid71 = true;
                                                    }
                                                    if (valid71) {
                                                      if (data58.memory_mb !== undefined) {
                                                        let data61 = data58.memory_mb;
                                                        const _errs117 = errors;
                                                        if (!(data61 === null || typeof data61 == 'number')) {
                                                          validate62.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/incomplete_config/guest/memory_mb',
                                                              message: 'must be float64 or null',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        var valid71 = _errs117 === errors;
                                                      } else {
                                                        valid71 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                                if (!valid69) {
                                                  validate62.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath + '/' + i0 + '/incomplete_config/guest',
                                                      message: 'must be object or null',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                                var valid48 = _errs112 === errors;
                                              } else {
                                                valid48 = true;
                                              }
                                              if (valid48) {
                                                if (data41.mounts !== undefined) {
                                                  let data62 = data41.mounts;
                                                  const _errs121 = errors;
                                                  let valid72 = data62 === null;
                                                  if (!valid72) {
                                                    if (Array.isArray(data62)) {
                                                      var valid73 = true;
                                                      const len13 = data62.length;
                                                      for (let i13 = 0; i13 < len13; i13++) {
                                                        let data63 = data62[i13];
                                                        const _errs122 = errors;
                                                        let valid74 = false;
                                                        if (
                                                          data63 &&
                                                          typeof data63 == 'object' &&
                                                          !Array.isArray(data63)
                                                        ) {
                                                          valid74 = true;
                                                          var valid76;
                                                          if (data63.volume !== undefined) {
                                                            let data64 = data63.volume;
                                                            const _errs123 = errors;
                                                            if (!(
                                                              data64 === null || typeof data64 == 'string'
                                                            )) {
                                                              validate62.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/incomplete_config/mounts/' +
                                                                    i13 +
                                                                    '/volume',
                                                                  message: 'must be string or null',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid76 = _errs123 === errors;
                                                          } else {
                                                            valid76 = true;
                                                          }
                                                          if (valid76) {
                                                            if (data63.path !== undefined) {
                                                              let data65 = data63.path;
                                                              const _errs125 = errors;
                                                              if (!(
                                                                data65 === null || typeof data65 == 'string'
                                                              )) {
                                                                validate62.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/' +
                                                                      i0 +
                                                                      '/incomplete_config/mounts/' +
                                                                      i13 +
                                                                      '/path',
                                                                    message: 'must be string or null',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid76 = _errs125 === errors;
                                                            } else {
                                                              valid76 = true;
                                                            }
                                                          }
                                                        }
                                                        if (!valid74) {
                                                          validate62.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/incomplete_config/mounts/' +
                                                                i13,
                                                              message: 'must be object',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                        var valid73 = _errs122 === errors;
                                                        if (!valid73) {
                                                          break;
                                                        }
                                                      }
                                                      valid72 = valid73;
                                                    } else {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/incomplete_config/mounts',
                                                          message: 'must be array or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                  }
                                                  var valid48 = _errs121 === errors;
                                                } else {
                                                  valid48 = true;
                                                }
                                                if (valid48) {
                                                  if (data41.services !== undefined) {
                                                    let data66 = data41.services;
                                                    const _errs129 = errors;
                                                    let valid77 = data66 === null;
                                                    if (!valid77) {
                                                      if (Array.isArray(data66)) {
                                                        var valid78 = true;
                                                        const len14 = data66.length;
                                                        for (let i14 = 0; i14 < len14; i14++) {
                                                          let data67 = data66[i14];
                                                          const _errs130 = errors;
                                                          let valid79 = false;
                                                          if (
                                                            data67 &&
                                                            typeof data67 == 'object' &&
                                                            !Array.isArray(data67)
                                                          ) {
                                                            valid79 = true;
                                                            if (data67.internal_port !== undefined) {
                                                              let data68 = data67.internal_port;
                                                              if (!(
                                                                data68 === null || typeof data68 == 'number'
                                                              )) {
                                                                validate62.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/' +
                                                                      i0 +
                                                                      '/incomplete_config/services/' +
                                                                      i14 +
                                                                      '/internal_port',
                                                                    message: 'must be float64 or null',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          if (!valid79) {
                                                            validate62.errors = [
                                                              {
                                                                instancePath:
                                                                  instancePath +
                                                                  '/' +
                                                                  i0 +
                                                                  '/incomplete_config/services/' +
                                                                  i14,
                                                                message: 'must be object',
                                                              },
                                                            ];
                                                            return false;
                                                          }
                                                          var valid78 = _errs130 === errors;
                                                          if (!valid78) {
                                                            break;
                                                          }
                                                        }
                                                        valid77 = valid78;
                                                      } else {
                                                        validate62.errors = [
                                                          {
                                                            instancePath:
                                                              instancePath +
                                                              '/' +
                                                              i0 +
                                                              '/incomplete_config/services',
                                                            message: 'must be array or null',
                                                          },
                                                        ];
                                                        return false;
                                                      }
                                                    }
                                                    var valid48 = _errs129 === errors;
                                                  } else {
                                                    valid48 = true;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                  if (!valid46) {
                                    validate62.errors = [
                                      {
                                        instancePath: instancePath + '/' + i0 + '/incomplete_config',
                                        message: 'must be object',
                                      },
                                    ];
                                    return false;
                                  }
                                  var valid45 = _errs82 === errors;
                                }
                                var valid4 = _errs81 === errors;
                              } else {
                                valid4 = true;
                              }
                              if (valid4) {
                                if (data0.events !== undefined) {
                                  let data69 = data0.events;
                                  const _errs137 = errors;
                                  let valid82 = data69 === null;
                                  if (!valid82) {
                                    if (Array.isArray(data69)) {
                                      var valid83 = true;
                                      const len15 = data69.length;
                                      for (let i15 = 0; i15 < len15; i15++) {
                                        let data70 = data69[i15];
                                        const _errs138 = errors;
                                        let valid84 = false;
                                        if (data70 && typeof data70 == 'object' && !Array.isArray(data70)) {
                                          valid84 = true;
                                          var valid86;
                                          if (data70.type !== undefined) {
                                            let data71 = data70.type;
                                            const _errs139 = errors;
                                            if (!(data71 === null || typeof data71 == 'string')) {
                                              validate62.errors = [
                                                {
                                                  instancePath:
                                                    instancePath + '/' + i0 + '/events/' + i15 + '/type',
                                                  message: 'must be string or null',
                                                },
                                              ];
                                              return false;
                                            }
                                            var valid86 = _errs139 === errors;
                                          } else {
                                            valid86 = true;
                                          }
                                          if (valid86) {
                                            if (data70.status !== undefined) {
                                              let data72 = data70.status;
                                              const _errs141 = errors;
                                              if (!(data72 === null || typeof data72 == 'string')) {
                                                validate62.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath + '/' + i0 + '/events/' + i15 + '/status',
                                                    message: 'must be string or null',
                                                  },
                                                ];
                                                return false;
                                              }
                                              var valid86 = _errs141 === errors;
                                            } else {
                                              valid86 = true;
                                            }
                                            if (valid86) {
                                              if (data70.source !== undefined) {
                                                let data73 = data70.source;
                                                const _errs143 = errors;
                                                if (!(data73 === null || typeof data73 == 'string')) {
                                                  validate62.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/' +
                                                        i0 +
                                                        '/events/' +
                                                        i15 +
                                                        '/source',
                                                      message: 'must be string or null',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                                var valid86 = _errs143 === errors;
                                              } else {
                                                valid86 = true;
                                              }
                                              if (valid86) {
                                                if (data70.timestamp !== undefined) {
                                                  let data74 = data70.timestamp;
                                                  const _errs145 = errors;
                                                  if (!(data74 === null || typeof data74 == 'number')) {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/' +
                                                          i0 +
                                                          '/events/' +
                                                          i15 +
                                                          '/timestamp',
                                                        message: 'must be float64 or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid86 = _errs145 === errors;
                                                } else {
                                                  valid86 = true;
                                                }
                                                if (valid86) {
                                                  if (data70.request !== undefined) {
                                                    let data75 = data70.request;
                                                    const _errs147 = errors;
                                                    let valid87 = data75 === null;
                                                    if (
                                                      !valid87 &&
                                                      typeof data75 == 'object' &&
                                                      !Array.isArray(data75)
                                                    ) {
                                                      valid87 = true;
                                                      if (data75.exit_event !== undefined) {
                                                        let data76 = data75.exit_event;
                                                        let valid90 = data76 === null;
                                                        if (
                                                          !valid90 &&
                                                          typeof data76 == 'object' &&
                                                          !Array.isArray(data76)
                                                        ) {
                                                          valid90 = true;
                                                          var valid92;
                                                          if (data76.exit_code !== undefined) {
                                                            let data77 = data76.exit_code;
                                                            const _errs149 = errors;
                                                            if (!(
                                                              data77 === null || typeof data77 == 'number'
                                                            )) {
                                                              validate62.errors = [
                                                                {
                                                                  instancePath:
                                                                    instancePath +
                                                                    '/' +
                                                                    i0 +
                                                                    '/events/' +
                                                                    i15 +
                                                                    '/request/exit_event/exit_code',
                                                                  message: 'must be float64 or null',
                                                                },
                                                              ];
                                                              return false;
                                                            }
                                                            var valid92 = _errs149 === errors;
                                                          } else {
                                                            valid92 = true;
                                                          }
                                                          if (valid92) {
                                                            if (data76.oom_killed !== undefined) {
                                                              let data78 = data76.oom_killed;
                                                              const _errs151 = errors;
                                                              if (!(
                                                                data78 === null || typeof data78 == 'boolean'
                                                              )) {
                                                                validate62.errors = [
                                                                  {
                                                                    instancePath:
                                                                      instancePath +
                                                                      '/' +
                                                                      i0 +
                                                                      '/events/' +
                                                                      i15 +
                                                                      '/request/exit_event/oom_killed',
                                                                    message: 'must be boolean or null',
                                                                  },
                                                                ];
                                                                return false;
                                                              }
                                                              var valid92 = _errs151 === errors;
                                                            } else {
                                                              valid92 = true;
                                                            }
                                                          }
                                                        }
                                                        if (!valid90) {
                                                          validate62.errors = [
                                                            {
                                                              instancePath:
                                                                instancePath +
                                                                '/' +
                                                                i0 +
                                                                '/events/' +
                                                                i15 +
                                                                '/request/exit_event',
                                                              message: 'must be object or null',
                                                            },
                                                          ];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    if (!valid87) {
                                                      validate62.errors = [
                                                        {
                                                          instancePath:
                                                            instancePath +
                                                            '/' +
                                                            i0 +
                                                            '/events/' +
                                                            i15 +
                                                            '/request',
                                                          message: 'must be object or null',
                                                        },
                                                      ];
                                                      return false;
                                                    }
                                                    var valid86 = _errs147 === errors;
                                                  } else {
                                                    valid86 = true;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                        if (!valid84) {
                                          validate62.errors = [
                                            {
                                              instancePath: instancePath + '/' + i0 + '/events/' + i15,
                                              message: 'must be object',
                                            },
                                          ];
                                          return false;
                                        }
                                        var valid83 = _errs138 === errors;
                                        if (!valid83) {
                                          break;
                                        }
                                      }
                                      valid82 = valid83;
                                    } else {
                                      validate62.errors = [
                                        {
                                          instancePath: instancePath + '/' + i0 + '/events',
                                          message: 'must be array or null',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid4 = _errs137 === errors;
                                } else {
                                  valid4 = true;
                                }
                                if (valid4) {
                                  if (data0.checks !== undefined) {
                                    let data79 = data0.checks;
                                    const _errs159 = errors;
                                    let valid93 = data79 === null;
                                    if (!valid93) {
                                      if (Array.isArray(data79)) {
                                        var valid94 = true;
                                        const len16 = data79.length;
                                        for (let i16 = 0; i16 < len16; i16++) {
                                          let data80 = data79[i16];
                                          const _errs160 = errors;
                                          let valid95 = false;
                                          if (data80 && typeof data80 == 'object' && !Array.isArray(data80)) {
                                            valid95 = true;
                                            var valid97;
                                            if (data80.name !== undefined) {
                                              let data81 = data80.name;
                                              const _errs161 = errors;
                                              if (!(data81 === null || typeof data81 == 'string')) {
                                                validate62.errors = [
                                                  {
                                                    instancePath:
                                                      instancePath + '/' + i0 + '/checks/' + i16 + '/name',
                                                    message: 'must be string or null',
                                                  },
                                                ];
                                                return false;
                                              }
                                              var valid97 = _errs161 === errors;
                                            } else {
                                              valid97 = true;
                                            }
                                            if (valid97) {
                                              if (data80.status !== undefined) {
                                                let data82 = data80.status;
                                                const _errs163 = errors;
                                                if (!(data82 === null || typeof data82 == 'string')) {
                                                  validate62.errors = [
                                                    {
                                                      instancePath:
                                                        instancePath +
                                                        '/' +
                                                        i0 +
                                                        '/checks/' +
                                                        i16 +
                                                        '/status',
                                                      message: 'must be string or null',
                                                    },
                                                  ];
                                                  return false;
                                                }
                                                var valid97 = _errs163 === errors;
                                              } else {
                                                valid97 = true;
                                              }
                                              if (valid97) {
                                                if (data80.output !== undefined) {
                                                  let data83 = data80.output;
                                                  const _errs165 = errors;
                                                  if (!(data83 === null || typeof data83 == 'string')) {
                                                    validate62.errors = [
                                                      {
                                                        instancePath:
                                                          instancePath +
                                                          '/' +
                                                          i0 +
                                                          '/checks/' +
                                                          i16 +
                                                          '/output',
                                                        message: 'must be string or null',
                                                      },
                                                    ];
                                                    return false;
                                                  }
                                                  var valid97 = _errs165 === errors;
                                                } else {
                                                  valid97 = true;
                                                }
                                              }
                                            }
                                          }
                                          if (!valid95) {
                                            validate62.errors = [
                                              {
                                                instancePath: instancePath + '/' + i0 + '/checks/' + i16,
                                                message: 'must be object',
                                              },
                                            ];
                                            return false;
                                          }
                                          var valid94 = _errs160 === errors;
                                          if (!valid94) {
                                            break;
                                          }
                                        }
                                        valid93 = valid94;
                                      } else {
                                        validate62.errors = [
                                          {
                                            instancePath: instancePath + '/' + i0 + '/checks',
                                            message: 'must be array or null',
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                    var valid4 = _errs159 === errors;
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
        if (!valid2) {
          validate62.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate62.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate62.errors = vErrors;
  return errors === 0;
}
export const organizations = validate63;
const schema37 = { values: { type: 'string', nullable: true } };
function validate63(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    var valid1 = true;
    for (const key0 in data) {
      let data0 = data[key0];
      const _errs0 = errors;
      if (!(data0 === null || typeof data0 == 'string')) {
        validate63.errors = [
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
    validate63.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
export const secrets = validate64;
const schema38 = {
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
function validate64(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
              validate64.errors = [
                { instancePath: instancePath + '/' + i0 + '/name', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate64.errors = [
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
                validate64.errors = [
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
                  validate64.errors = [
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
          validate64.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate64.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate64.errors = vErrors;
  return errors === 0;
}
export const status = validate65;
const schema39 = {
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
    Machines: {},
  },
  additionalProperties: true,
};
function validate65(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid1;
    if (data.Name !== undefined) {
      const _errs0 = errors;
      if (!(typeof data.Name == 'string')) {
        validate65.errors = [{ instancePath: instancePath + '/Name', message: 'must be string' }];
        return false;
      }
      var valid1 = _errs0 === errors;
    } else {
      valid1 = false;
      validate65.errors = [{ instancePath, message: "must have property 'Name'" }];
      return false;
    }
    if (valid1) {
      var valid2;
      if (data.Status !== undefined) {
        let data1 = data.Status;
        const _errs1 = errors;
        if (!(data1 === null || typeof data1 == 'string')) {
          validate65.errors = [{ instancePath: instancePath + '/Status', message: 'must be string or null' }];
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
            validate65.errors = [
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
                  validate65.errors = [
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
                    validate65.errors = [
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
                      validate65.errors = [
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
              validate65.errors = [
                { instancePath: instancePath + '/Organization', message: 'must be object or null' },
              ];
              return false;
            }
            var valid2 = _errs5 === errors;
          } else {
            valid2 = true;
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
export const version = validate66;
const schema40 = {
  properties: { Name: { type: 'string' }, Version: { type: 'string' }, Commit: { type: 'string' } },
  additionalProperties: true,
};
function validate66(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  let valid0 = false;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    valid0 = true;
    var valid1;
    if (data.Name !== undefined) {
      const _errs0 = errors;
      if (!(typeof data.Name == 'string')) {
        validate66.errors = [{ instancePath: instancePath + '/Name', message: 'must be string' }];
        return false;
      }
      var valid1 = _errs0 === errors;
    } else {
      valid1 = false;
      validate66.errors = [{ instancePath, message: "must have property 'Name'" }];
      return false;
    }
    if (valid1) {
      if (data.Version !== undefined) {
        const _errs1 = errors;
        if (!(typeof data.Version == 'string')) {
          validate66.errors = [{ instancePath: instancePath + '/Version', message: 'must be string' }];
          return false;
        }
        var valid1 = _errs1 === errors;
      } else {
        valid1 = false;
        validate66.errors = [{ instancePath, message: "must have property 'Version'" }];
        return false;
      }
      if (valid1) {
        if (data.Commit !== undefined) {
          const _errs2 = errors;
          if (!(typeof data.Commit == 'string')) {
            validate66.errors = [{ instancePath: instancePath + '/Commit', message: 'must be string' }];
            return false;
          }
          var valid1 = _errs2 === errors;
        } else {
          valid1 = false;
          validate66.errors = [{ instancePath, message: "must have property 'Commit'" }];
          return false;
        }
      }
    }
  }
  if (!valid0) {
    validate66.errors = [{ instancePath, message: 'must be object' }];
    return false;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
export const volumes = validate67;
const schema41 = {
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
function validate67(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
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
              validate67.errors = [
                { instancePath: instancePath + '/' + i0 + '/id', message: 'must be string' },
              ];
              return false;
            }
            var valid3 = _errs1 === errors;
          } else {
            valid3 = false;
            validate67.errors = [
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
                validate67.errors = [
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
                  validate67.errors = [
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
                    validate67.errors = [
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
                      validate67.errors = [
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
                        validate67.errors = [
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
                          validate67.errors = [
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
                            validate67.errors = [
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
          validate67.errors = [{ instancePath: instancePath + '/' + i0, message: 'must be object' }];
          return false;
        }
        var valid1 = _errs0 === errors;
        if (!valid1) {
          break;
        }
      }
      valid0 = valid1;
    } else {
      validate67.errors = [{ instancePath, message: 'must be array or null' }];
      return false;
    }
  }
  validate67.errors = vErrors;
  return errors === 0;
}
