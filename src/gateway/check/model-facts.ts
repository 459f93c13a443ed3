import * as l10n from '@vscode/l10n';

/** Providers that OpenClaw 2026.9.6 brings along, so that a part of their settings is enough. */
export const builtInProviders: ReadonlySet<string> = new Set(
  `amazon-bedrock amazon-bedrock-mantle anthropic anthropic-vertex arcee azure-openai-responses byteplus byteplus-plan
  cerebras chutes claude-cli clawrouter cloudflare-ai-gateway codex comfy copilot-proxy dashscope deepinfra deepseek fal
  fireworks github-copilot gmi gmi-cloud gmicloud google google-antigravity google-gemini-cli google-vertex groq huggingface
  kilocode kimi kimi-coding litellm lmstudio meta microsoft-foundry minimax minimax-portal mistral modelstudio moonshot
  moonshot-ai moonshotai nvidia novita novita-ai novitaai ollama ollama-cloud openai opencode opencode-go openrouter qianfan
  qwen qwen-token-plan qwencloud sglang stepfun stepfun-plan synthetic tencent-tokenhub tencent-tokenplan together venice
  vercel-ai-gateway vllm volcengine volcengine-plan vydra x-ai xai xiaomi xiaomi-token-plan z.ai z-ai zai`.split(
    /\s+/,
  ),
);

const agentModels = [
  'model',
  'utilityModel',
  'imageModel',
  'voiceModel',
  'pdfModel',
  'mediaModels.image',
  'mediaModels.video',
  'mediaModels.music',
  'heartbeat.model',
  'subagents.model',
  'compaction.model',
  'compaction.memoryFlush.model',
  'models',
];

/** Patterns (see `placesAt`) of the settings that name models. */
export const modelSettings: readonly string[] = [
  ...agentModels.flatMap((key) => [`agents.defaults.${key}`, `agents.entries.*.${key}`]),
  'agents.entries.*.tools.exec.reviewer.model',
  'agents.entries.*.tts.summaryModel',
  'channels.discord.accounts.*.voice.model',
  'channels.discord.accounts.*.voice.tts.summaryModel',
  'channels.discord.voice.model',
  'channels.discord.voice.tts.summaryModel',
  'channels.modelByChannel.*.*',
  'hooks.gmail.model',
  'hooks.mappings.*.model',
  'tools.exec.reviewer.model',
  'tools.media.audio.preferredModel',
  'tools.media.image.preferredModel',
  'tools.media.video.preferredModel',
  'tts.summaryModel',
];

/** Models that Google shut down, and what OpenClaw's catalog names in their place. */
const retiredGemini: Readonly<Record<string, string>> = {
  'gemini-1.5-flash': 'gemini-2.5-flash',
  'gemini-1.5-flash-8b': 'gemini-2.5-flash-lite',
  'gemini-1.5-pro': 'gemini-3.1-pro-preview',
  'gemini-2.0-flash': 'gemini-2.5-flash',
  'gemini-2.0-flash-001': 'gemini-2.5-flash',
  'gemini-2.0-flash-exp': 'gemini-2.5-flash',
  'gemini-2.0-flash-exp-image-generation': 'gemini-2.5-flash-image',
  'gemini-2.0-flash-lite': 'gemini-2.5-flash-lite',
  'gemini-2.0-flash-lite-001': 'gemini-2.5-flash-lite',
  'gemini-2.0-flash-lite-preview': 'gemini-2.5-flash-lite',
  'gemini-2.0-flash-lite-preview-02-05': 'gemini-2.5-flash-lite',
  'gemini-2.0-flash-live-001': 'gemini-3.1-flash-live-preview',
  'gemini-2.0-flash-preview-image-generation': 'gemini-2.5-flash-image',
  'gemini-2.0-flash-thinking-exp': 'gemini-2.5-flash',
  'gemini-2.0-flash-thinking-exp-01-21': 'gemini-2.5-flash',
  'gemini-2.0-flash-thinking-exp-1219': 'gemini-2.5-flash',
  'gemini-2.0-pro-exp': 'gemini-3.1-pro-preview',
  'gemini-2.0-pro-exp-02-05': 'gemini-3.1-pro-preview',
  'gemini-2.5-flash-exp-native-audio-thinking-dialog': 'gemini-3.1-flash-live-preview',
  'gemini-2.5-flash-image-preview': 'gemini-2.5-flash-image',
  'gemini-2.5-flash-lite-preview-06-17': 'gemini-2.5-flash-lite',
  'gemini-2.5-flash-lite-preview-09-2025': 'gemini-3.1-flash-lite',
  'gemini-2.5-flash-lite-preview-09-25': 'gemini-3.1-flash-lite',
  'gemini-2.5-flash-preview-04-17': 'gemini-2.5-flash',
  'gemini-2.5-flash-preview-05-20': 'gemini-2.5-flash',
  'gemini-2.5-flash-preview-09-2025': 'gemini-3-flash-preview',
  'gemini-2.5-flash-preview-09-25': 'gemini-3-flash-preview',
  'gemini-2.5-flash-preview-native-audio-dialog': 'gemini-3.1-flash-live-preview',
  'gemini-2.5-pro-exp-03-25': 'gemini-3.1-pro-preview',
  'gemini-2.5-pro-preview-03-25': 'gemini-3.1-pro-preview',
  'gemini-2.5-pro-preview-05-06': 'gemini-3.1-pro-preview',
  'gemini-2.5-pro-preview-06-05': 'gemini-3.1-pro-preview',
  'gemini-3-pro-preview': 'gemini-3.1-pro-preview',
  'gemini-3.1-pro-preview-customtools': 'gemini-3.1-pro-preview',
  'gemini-live-2.5-flash': 'gemini-3.1-flash-live-preview',
  'gemini-live-2.5-flash-preview': 'gemini-3.1-flash-live-preview',
  'gemini-live-2.5-flash-preview-native-audio': 'gemini-3.1-flash-live-preview',
};
const geminiProviders = ['google', 'google-gemini-cli', 'google-vertex'];

/** Models of xAI that OpenClaw cannot use: `grok-4.20-multi-agent` and its dated variants. */
const unsupportedGrok =
  /^grok-4\.20-multi-agent(-0309|-beta-0309|-beta-latest|-experimental-beta-0304|-experimental-beta-latest|-latest)?$/;

/**
 * Says why OpenClaw 2026.9.6 does not start with a model (`modelCatalog.suppressions` of its plugins); undefined when it does.
 *
 * @param reference `provider/model`.
 */
export function retiredModel(reference: string): string | undefined {
  const [provider = '', ...rest] = reference
    .trim()
    .toLowerCase()
    .split('/')
    .map((part) => part.trim());
  const model = rest.join('/');
  const successor = geminiProviders.includes(provider) ? retiredGemini[model] : undefined;
  if (successor !== undefined) {
    return l10n.t('Google shut this model down. Use {0}.', `${provider}/${successor}`);
  }
  if (provider === 'xai' && unsupportedGrok.test(model))
    return l10n.t('OpenClaw does not support this model.');
  if (provider === 'azure-openai-responses' && model === 'gpt-5.3-codex-spark') {
    return l10n.t(
      'This model needs a ChatGPT sign-in. Use openai/gpt-5.3-codex-spark with an OAuth profile.',
    );
  }
  return undefined;
}
