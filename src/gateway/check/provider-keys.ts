/**
 * The environment variables from which OpenClaw 2026.9.6 takes the key of a model provider (`setup.providers` of its plugins,
 * docs/help/environment.md). Providers that work without a key, or sign in otherwise too, are left out.
 */
export const providerKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['anthropic', ['ANTHROPIC_API_KEY', 'ANTHROPIC_OAUTH_TOKEN']],
  ['cerebras', ['CEREBRAS_API_KEY']],
  ['deepseek', ['DEEPSEEK_API_KEY']],
  ['fireworks', ['FIREWORKS_API_KEY']],
  ['google', ['GEMINI_API_KEY', 'GOOGLE_API_KEY']],
  ['groq', ['GROQ_API_KEY']],
  ['huggingface', ['HF_TOKEN', 'HUGGINGFACE_HUB_TOKEN']],
  ['minimax', ['MINIMAX_API_KEY', 'MINIMAX_CODING_API_KEY', 'MINIMAX_CODE_PLAN_KEY']],
  ['mistral', ['MISTRAL_API_KEY']],
  ['moonshot', ['MOONSHOT_API_KEY']],
  ['nvidia', ['NVIDIA_API_KEY']],
  ['openai', ['OPENAI_API_KEY']],
  ['openrouter', ['OPENROUTER_API_KEY']],
  ['together', ['TOGETHER_API_KEY']],
  ['venice', ['VENICE_API_KEY']],
  ['xai', ['XAI_API_KEY']],
  ['zai', ['ZAI_API_KEY', 'Z_AI_API_KEY']],
]);
