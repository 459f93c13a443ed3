import { written, type Sample } from './sample.ts';

/** What JSON5, variables of the environment and included files allow. */
export function syntaxSamples(): Sample[] {
  return [...written('syntax', 'valid', good), ...written('syntax', 'invalid', bad), ...including];
}

/** A plugin that is not installed may have any settings. */
function within(depth: number): string {
  const settings = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
  return `{"plugins":{"entries":{"zork":{"config":${settings}}}}}`;
}

const good = {
  'JSON5 as OpenClaw writes it in its guide': `// My gateway
{
  gateway: { mode: 'local', port: +3000, auth: { token: "\${OPENCLAW_GATEWAY_TOKEN}" }, },
  /* all of it */ logging: { level: 'debug' },
}`,
  'hexadecimal numbers': '{ gateway: { port: 0xBB8 } }',
  'lines in one text': "{ messages: { responsePrefix: 'a\\\nb' } }",
  'comments in JSON': '{\n  // one\n  "logging": { "level": "info" } /* two */\n}',
  'a comma at the end': '{ "logging": { "level": "info", }, }',
  'a byte order mark': '\uFEFF{ "logging": { "level": "info" } }',
  'the same key twice': '{ "logging": { "level": "loud" }, "logging": { "level": "info" } }',
  'spaces of other scripts': '{\u00a0"logging":\u2003{}}',
  'a variable inside a text': { messages: { responsePrefix: '[${TZ}] ' } },
  'a variable that nobody set': { channels: { telegram: { botToken: '${NOBODY_SET_THIS}' } } },
  'a variable that is no variable': { messages: { responsePrefix: '$${HOME} ${lower} $HOME' } },
  'an address from a variable': { mcp: { servers: { wiki: { url: '${WIKI_MCP_URL}' } } } },
  'one of a few words from a variable': { logging: { level: '${CLAW_LOG_LEVEL}' } },
  'as many days as there are': { session: { maintenance: { pruneAfter: '104249991', mode: 'warn' } } },
  'keys that JavaScript loses': '{ __proto__: 5, gateway: { __proto__: { port: "x" } } }',
  'a lost key in a list': '{ bindings: [{ agentId: "main", match: { channel: "x" }, __proto__: {} }] }',
  'names that every object has': { skills: { entries: { constructor: {}, toString: {} } } },
  'settings that are nested deeply': within(200),
  'blanks around a name': { mcp: { servers: { a: { command: 'x', codex: { agents: [' main '] } } } } },
  'no files to include': { session: { $include: [] } },
  'a section from a variable’s text': {
    env: { vars: { GREETING: 'hi' } },
    messages: { responsePrefix: '${GREETING}' },
  },
};

const bad = {
  nothing: '',
  'a list': '[]',
  'a text': '"gateway"',
  'a word': 'openclaw',
  'no end': '{ "gateway": {',
  'no comma': '{ "gateway": {} "logging": {} }',
  'two objects': '{}{}',
  'an equals sign': '{ gateway = {} }',
  'a number for a section': '{ "gateway": 1 }',
  'nothing for a section': '{ "gateway": null }',
  'a variable for a number': { gateway: { port: '${PORT}' } },
  'a variable for a switch': { logging: { audit: { enabled: '${AUDIT}' } } },
  'a variable that nobody set, for one of a few words': { logging: { level: '${NOBODY_SET_THIS}' } },
  'a word that no variable can make': { gateway: { mode: 'pre-${MODE}' } },
  'a variable that is none, for one of a few words': { gateway: { mode: '$${MODE}' } },
  'a variable in a key with a pattern': { agents: { entries: { '${NAME}': {} } } },
  'a variable called as what every object has': { env: { vars: { toString: 'x' } } },
  'a lost key for a server': '{ mcp: { servers: { __proto__: { command: "x" } } } }',
  'a file outside': { gateway: { $include: '../gateway.json5' } },
  'a file of the system': { agents: { $include: ['/etc/openclaw/agents.json5'] } },
  'an address to include': { $include: 'https://example.com/openclaw.json' },
  'a file of the home folder': { env: { $include: '~/env.json5' } },
  'a variable to include': { env: { $include: '${ENV_FILE}' } },
  'no name to include': { env: { $include: '' } },
  'a number to include': { env: { $include: 5 } },
  'itself to include': { $include: './openclaw.json' },
  'no files for a list': { bindings: { $include: [] } },
  'more days than there are': { session: { maintenance: { pruneAfter: '15555550123' } } },
  'a picture of the system': { agents: { entries: { main: { identity: { avatar: '/etc/a.png' } } } } },
  'a text for the slots, beside plugins from a folder': {
    plugins: { load: { paths: ['/x'] }, slots: 'memory-core' },
  },
  'a number for a target, beside plugins from a folder': {
    plugins: { load: { paths: ['/x'] } },
    agents: { defaults: { heartbeat: { target: 5 } } },
  },
  'a removed binding, beside plugins from a folder': {
    plugins: { load: { paths: ['/x'] } },
    channels: { zork: { bindings: { acp: {} } } },
  },
  infinity: '{ gateway: { port: Infinity } }',
  'a fraction': '{ gateway: { port: .5 } }',
};

const including: readonly Sample[] = [
  {
    name: 'syntax: an object from a file',
    expected: 'valid',
    text: '{ "agents": { "$include": "./agents.json5" } }',
    files: { 'agents.json5': "{ defaults: { model: 'openai/gpt-5.4' } }" },
  },
  {
    name: 'syntax: an object from files and from here',
    expected: 'valid',
    text: '{ "gateway": { "$include": ["./a.json5", "./b.json5"], "port": 3000 } }',
    files: { 'a.json5': "{ mode: 'local' }", 'b.json5': "{ bind: 'lan' }" },
  },
  {
    name: 'syntax: everything from a file',
    expected: 'valid',
    text: '{ "$include": "./base.json5", "logging": { "level": "warn" } }',
    files: { 'base.json5': '{}' },
  },
  {
    name: 'syntax: an object whose required fields are in the file',
    expected: 'valid',
    text: '{ "models": { "providers": { "local": { "$include": "./local.json5" } } } }',
    files: { 'local.json5': "{ baseUrl: 'http://x/v1', models: [{ id: 'a', name: 'A' }] }" },
  },
  {
    name: 'syntax: a map whose names have a pattern',
    expected: 'valid',
    text: '{ "browser": { "profiles": { "$include": "./profiles.json5" } } }',
    files: { 'profiles.json5': '{ work: { cdpPort: 9222 } }' },
  },
  {
    name: 'syntax: an unknown key beside an included file',
    expected: 'invalid',
    text: '{ "gateway": { "$include": "./a.json5", "host": "::" } }',
    files: { 'a.json5': '{}' },
  },
];
