/** What the configurations below take from the environment, for `openclaw config validate`. */
export const environment: Readonly<Record<string, string>> = {
  WIKI_MCP_URL: 'https://wiki.example.com/mcp',
  CLAW_LOG_LEVEL: 'debug',
};

/** One `openclaw.json`, as a user writes it. */
export interface Configuration {
  readonly name: string;
  readonly text: string;
  /** Also given to OpenClaw itself, which takes 2 s. */
  readonly askOpenclaw?: true;
}

/** Configurations that `openclaw config validate` of the pinned version accepts. */
export const valid: readonly Configuration[] = [
  { name: 'nothing at all', text: '{}' },
  {
    name: 'a gateway behind a proxy',
    text: '{ "gateway": { "mode": "local", "bind": "lan", "port": 3000, "auth": { "token": "${OPENCLAW_GATEWAY_TOKEN}" } } }',
  },
  {
    name: 'comments and trailing commas',
    text: '{\n  // loud\n  "logging": { "level": "debug", /* or info */ },\n}\n',
  },
  {
    name: 'the sample of the Fly.io guide',
    askOpenclaw: true,
    text: `{
      "agents": {
        "defaults": {
          "model": {
            "primary": "anthropic/claude-opus-4-6",
            "fallbacks": ["anthropic/claude-sonnet-4-6", "openai/gpt-5.4"]
          },
          "maxConcurrent": 4
        },
        "entries": { "main": { "default": true } }
      },
      "auth": { "profiles": { "anthropic:default": { "mode": "token", "provider": "anthropic" } } },
      "bindings": [{ "agentId": "main", "match": { "channel": "discord" } }],
      "channels": {
        "discord": {
          "enabled": true,
          "groupPolicy": "allowlist",
          "guilds": {
            "1234567890": { "channels": { "general": { "enabled": true } }, "requireMention": false }
          }
        }
      },
      "gateway": {
        "mode": "local",
        "bind": "auto",
        "controlUi": { "allowedOrigins": ["https://my-openclaw.fly.dev", "http://localhost:3000"] }
      },
      "meta": {}
    }`,
  },
  {
    name: 'agents as a list, which the gateway migrates',
    askOpenclaw: true,
    text: '{ "agents": { "list": [{ "id": "main", "default": true }] } }',
  },
  {
    name: 'a channel without the fields that have defaults',
    text: '{ "channels": { "slack": { "enabled": true, "botToken": "${SLACK_BOT_TOKEN}", "appToken": "${SLACK_APP_TOKEN}" } } }',
  },
  {
    name: 'a secret from the environment',
    text: '{ "channels": { "telegram": { "botToken": { "source": "env", "provider": "default", "id": "TELEGRAM_BOT_TOKEN" } } } }',
  },
  {
    name: 'a secret from a file',
    text: `{
      "secrets": { "providers": { "files": { "source": "file", "path": "/data/secrets.json", "mode": "json" } } },
      "gateway": { "auth": { "token": { "source": "file", "provider": "files", "id": "/gateway/token" } } }
    }`,
  },
  {
    name: 'a model provider of one’s own',
    text: `{
      "models": {
        "providers": {
          "local": {
            "baseUrl": "http://127.0.0.1:11434/v1",
            "api": "openai-completions",
            "models": [{ "id": "small", "name": "Small" }]
          }
        }
      }
    }`,
  },
  {
    name: 'a switch that is also a word',
    text: '{ "agents": { "defaults": { "fastModeDefault": "auto" } } }',
  },
  {
    name: 'the same switch as a boolean',
    text: '{ "agents": { "defaults": { "fastModeDefault": true } } }',
  },
  {
    name: 'an address from the environment',
    askOpenclaw: true,
    text: '{ "mcp": { "servers": { "wiki": { "url": "${WIKI_MCP_URL}" } } } }',
  },
  {
    name: 'one of a few words from the environment',
    askOpenclaw: true,
    text: '{ "logging": { "level": "${CLAW_LOG_LEVEL}" } }',
  },
  { name: 'a number or false', text: '{ "cron": { "sessionRetention": false } }' },
  {
    name: 'a plugin whose schema has definitions of its own',
    askOpenclaw: true,
    text: `{
      "plugins": {
        "entries": {
          "webhooks": {
            "enabled": true,
            "config": { "routes": { "ci": { "sessionKey": "agent:main:ci", "secret": "\${CI_SECRET}" } } }
          }
        }
      }
    }`,
  },
  {
    name: 'another such plugin, with a default for what its schema requires',
    text: `{
      "plugins": {
        "entries": {
          "imap": {
            "config": {
              "accounts": {
                "work": { "host": "imap.example.com", "user": "me", "password": "\${IMAP_PASSWORD}", "agentId": "main" }
              }
            }
          }
        }
      }
    }`,
  },
  {
    name: 'variables for the agents',
    text: '{ "env": { "vars": { "TZ": "Europe/Berlin" }, "shellEnv": { "enabled": false } } }',
  },
  {
    name: 'an access group, which is one of two kinds',
    text: '{ "accessGroups": { "staff": { "type": "message.senders", "members": { "discord": ["1"] } } } }',
  },
  { name: 'hooks', text: '{ "hooks": { "enabled": true, "path": "/hooks", "token": "${HOOKS_TOKEN}" } }' },
];

/** Configurations that are valid as long as the files beside them are. */
export const including: readonly Configuration[] = [
  { name: 'an object from a file', text: '{ "agents": { "$include": "./agents.json5" } }' },
  {
    name: 'an object from files and from here',
    text: '{ "gateway": { "$include": ["./a.json5", "./b.json5"], "port": 3000 } }',
  },
  {
    name: 'everything from a file',
    text: '{ "$include": "./base.json5", "logging": { "level": "warn" } }',
  },
  {
    name: 'an object whose required fields are in the file',
    text: '{ "models": { "providers": { "local": { "$include": "./local.json5" } } } }',
  },
  {
    name: 'a map whose names have a pattern',
    text: '{ "browser": { "profiles": { "$include": "./profiles.json5" } } }',
  },
];

/** Configurations that `openclaw config validate` of the pinned version refuses. */
export const invalid: readonly Configuration[] = [
  { name: 'an unknown section', text: '{ "gatewya": {} }' },
  { name: 'an unknown key', askOpenclaw: true, text: '{ "gateway": { "nope": 1 } }' },
  { name: 'a port as text', text: '{ "gateway": { "port": "3000" } }' },
  { name: 'a word that is none of the accepted ones', text: '{ "gateway": { "bind": "everywhere" } }' },
  { name: 'a level that does not exist', text: '{ "logging": { "level": "loud" } }' },
  {
    name: 'the key that a channel no longer has',
    text: '{ "channels": { "discord": { "guilds": { "1": { "channels": { "general": { "allow": true } } } } } } }',
  },
  {
    name: 'a model provider whose address is a number',
    text: '{ "models": { "providers": { "local": { "baseUrl": 1 } } } }',
  },
  {
    name: 'a secret from nowhere',
    text: '{ "gateway": { "auth": { "token": { "source": "moon", "provider": "default", "id": "X" } } } }',
  },
  {
    name: 'a secret whose variable has a lower-case name',
    text: '{ "gateway": { "auth": { "token": { "source": "env", "provider": "default", "id": "lower" } } } }',
  },
  { name: 'an address without a scheme', text: '{ "mcp": { "servers": { "wiki": { "url": "wiki" } } } }' },
  { name: 'agents as an array', text: '{ "agents": { "entries": [] } }' },
  {
    name: 'a plugin route without its secret',
    askOpenclaw: true,
    text: '{ "plugins": { "entries": { "webhooks": { "config": { "routes": { "ci": { "sessionKey": "a" } } } } } } }',
  },
];
