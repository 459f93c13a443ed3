/** What stands in the place of a secret. */
const mask = '***';

/** Values shorter than this are not masked when registered: they would hide ordinary words. */
const shortestSecret = 4;

/** Words that end the name of something secret: `botToken`, `client_secret`, `OPENAI_API_KEY`. */
const secretWord =
  'token|secret|passw(?:or)?d|passphrase|credentials?|(?:api|access|private|signing|encrypt(?:ion)?)[_-]?key';

/** What a secret's place may hold without being one: a masked value, a reference, a plain yes or no. */
const notSecret = String.raw`(?!\*\*\*|\$\{\w+\}|(?:true|false|null|undefined|none)\b)`;

interface Rule {
  readonly pattern: RegExp;
  /** `$1` and `$2` are kept. */
  readonly replacement: string;
}

const flyToken = String.raw`(?:fm1[a-z]?|fm2|fo1)_[\w+/=-]+`;

/** Tokens that are known by how they begin. */
const knownTokens = [
  `${flyToken}(?:,${flyToken})*`,
  String.raw`[sr]k[-_][\w-]{16,}`, // OpenAI, Anthropic, OpenRouter, Stripe
  String.raw`gh[opsru]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|npm_\w{30,}`,
  String.raw`xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}`, // Slack
  String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}`, // AWS
  String.raw`AIza[\w-]{35}|gsk_\w{20,}|hf_\w{20,}|xai-[\w-]{20,}|pplx-\w{20,}`,
  String.raw`eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}`, // JSON Web Token
  String.raw`\d{8,10}:[\w-]{35}(?![\w-])`, // Telegram
  String.raw`[A-Za-z\d_-]{24,28}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])`, // Discord
].join('|');

const rules: readonly Rule[] = [
  {
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    replacement: mask,
  },
  {
    pattern:
      /\b((?:proxy-)?authorization|x-api-key|(?:set-)?cookie)(\\*["']?\s*[:=]\s*\\*["']?)[^"'\r\n\\]+/gi,
    replacement: `$1$2${mask}`,
  },
  { pattern: new RegExp(String.raw`\b(?:${knownTokens})`, 'g'), replacement: mask },
  {
    pattern: /\b(Bearer|FlyV1)(\s+)(?=\S{20}|\S*\d)[\w+/=.,~-]{8,}/g,
    replacement: `$1$2${mask}`,
  },
  {
    // `"botToken": "…"`, `token: '…'`, and the same inside a JSON string, where the quotes are escaped.
    pattern: new RegExp(
      String.raw`((?:${secretWord})(?:\\*["'])?\s*:\s*)(\\*["'])${notSecret}(?:(?!\2)(?:\\.|[^\\]))+`,
      'gi',
    ),
    replacement: `$1$2${mask}`,
  },
  {
    pattern: new RegExp(String.raw`\b((?:token|secret|password|api key):\s+)(?=\S*\d)[\w+/=.~-]{12,}`, 'gi'),
    replacement: `$1${mask}`,
  },
  {
    pattern: new RegExp(
      String.raw`((?:${secretWord})=)${notSecret}(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'&]+)`,
      'gi',
    ),
    replacement: `$1${mask}`,
  },
  {
    pattern: new RegExp(
      String.raw`((?:_KEY|--(?:token|password|access-token))[= ])${notSecret}[^\s"'&]+`,
      'g',
    ),
    replacement: `$1${mask}`,
  },
  { pattern: /([?&#](?:key|code|sig|signature|auth)=)[^\s"'&]+/gi, replacement: `$1${mask}` },
  { pattern: /(:\/\/[^\s:/@]{0,256}:)[^\s/@]{1,256}(@)/g, replacement: `$1${mask}$2` },
];

/**
 * Takes secrets out of text on its way to a log, an error or a report: what looks like a secret, and every value
 * that was registered as one.
 */
export class Redactor {
  /** The longest first, so that a secret which begins like another is masked to its end. */
  #secrets: readonly string[] = [];

  /** From now on, `secret` and each of its lines are masked wherever they stand, escaped as in JSON or a URL too. */
  register(secret: string): void {
    const values = [secret, ...secret.split(/\r?\n/).map((line) => line.trim())];
    const spellings = values.filter(({ length }) => length >= shortestSecret).flatMap(spellingsOf);
    this.#secrets = [...new Set([...this.#secrets, ...spellings])].sort((a, b) => b.length - a.length);
  }

  redact(text: string): string {
    const known = this.#secrets.reduce((result, secret) => result.replaceAll(secret, mask), text);
    return rules.reduce((result, { pattern, replacement }) => result.replace(pattern, replacement), known);
  }
}

function spellingsOf(secret: string): readonly string[] {
  const inUrl = encodeURIComponent(Buffer.from(secret).toString());
  return [secret, JSON.stringify(secret).slice(1, -1), inUrl];
}
