/**
 * Settings that OpenClaw 2026.9.6 dropped: built-in behavior took their place, and `openclaw doctor --fix` removes them.
 * Written as patterns (see `placesAt`).
 */

/** From the root. */
const anywhere = `
  acp.maxConcurrentSessions acp.runtime.ttlMinutes acp.stream.coalesceIdleMs acp.stream.hiddenBoundarySeparator
  acp.stream.maxChunkChars acp.stream.maxOutputChars acp.stream.maxSessionUpdateChars
  agents.defaults.bootstrapPromptTruncationWarning agents.defaults.compaction.truncateAfterCompaction
  agents.defaults.envelopeElapsed agents.defaults.envelopeTimestamp agents.defaults.envelopeTimezone
  agents.defaults.llm agents.defaults.mediaGenerationAutoProviderFallback agents.defaults.timeFormat
  attachments.preserveFilenames auth.cooldowns browser.actionTimeoutMs browser.cdpPortRangeStart browser.color
  browser.localCdpReadyTimeoutMs browser.localLaunchTimeoutMs browser.profiles.*.color
  browser.remoteCdpHandshakeTimeoutMs browser.remoteCdpTimeoutMs browser.tabCleanup.idleMinutes
  browser.tabCleanup.maxTabsPerSession browser.tabCleanup.sweepMinutes channels.webchat cli.banner.taglineMode
  cloudWorkers.profiles.*.lifetime commands.modelsWrite commands.ownerDisplay commands.ownerDisplaySecret
  commands.useAccessGroups commitments crestodian cron.maxConcurrentRuns cron.retry cron.runLog cron.store
  cron.triggers.minIntervalMs cron.webhook diagnostics.memoryPressureBundle diagnostics.memoryPressureSnapshot
  diagnostics.stuckSessionAbortMs diagnostics.stuckSessionWarnMs discovery.wideArea.enabled
  gateway.channelHealthCheckMinutes gateway.channelMaxRestartsPerHour gateway.channelStaleEventThresholdMinutes
  gateway.controlUi.allowInsecureAuth gateway.controlUi.chatMessageMaxWidth gateway.controlUi.toolTitles
  gateway.handshakeTimeoutMs gateway.http.endpoints.chatCompletions.maxBodyBytes
  gateway.http.endpoints.chatCompletions.maxImageParts gateway.http.endpoints.chatCompletions.maxTotalImageBytes
  gateway.http.endpoints.responses.maxBodyBytes gateway.reload.debounceMs gateway.reload.deferralTimeoutMs
  gateway.tailscale.resetOnExit gateway.webchat hooks.internal.installs hooks.maxBodyBytes logging.redactSensitive
  marketplaces memory.backend memory.search.cache.maxEntries memory.search.chunking memory.search.local.contextSize
  memory.search.local.modelCacheDir memory.search.query.hybrid memory.search.remote.batch.concurrency
  memory.search.remote.batch.pollIntervalMs memory.search.remote.batch.timeoutMinutes
  memory.search.remote.batch.wait memory.search.remote.nonBatchConcurrency memory.search.store.driver
  memory.search.sync messages.queue.debounceMs messages.removeAckAfterReply messages.statusReactions.emojis
  messages.statusReactions.timing messages.suppressToolErrors meta.lastTouchedAt models.pricing
  plugins.bundledDiscovery secrets.providers.*.allowInsecurePath secrets.providers.*.allowSymlinkCommand
  secrets.resolution security.installPolicy.exec.allowInsecurePath security.installPolicy.exec.allowSymlinkCommand
  session.agentToAgent.maxPingPongTurns session.maintenance.rotateBytes session.parentForkMaxTokens
  session.typingIntervalSeconds session.writeLock skills.load.watchDebounceMs
  skills.workshop.allowSymlinkTargetWrites surfaces.*.silentReply.direct surfaces.*.silentReplyRewrite systemAgent
  tools.codeMode.languages tools.loopDetection.criticalThreshold tools.loopDetection.detectors
  tools.loopDetection.genericRepeat tools.loopDetection.globalCircuitBreakerThreshold
  tools.loopDetection.historySize tools.loopDetection.knownPollNoProgress tools.loopDetection.pingPong
  tools.loopDetection.postCompactionGuard tools.loopDetection.unknownToolThreshold
  tools.loopDetection.warningThreshold tools.loopDetection.windowSize tools.media.asyncCompletion
  transcripts.maxUtterances tts.prefsPath tui ui.assistant ui.prefs.chatMessageMaxWidth
  ui.prefs.showAdvancedSettings ui.prefs.sidebarLiveActivity ui.prefs.textScale update.auto.betaCheckIntervalHours
  update.auto.stableDelayHours update.auto.stableJitterHours web.heartbeatSeconds web.reconnect web.whatsapp
  wizard.localModelLeanAutoModel worktrees
`;

/** Of `agents.defaults`, of each agent, and of each item of the old list. */
const ofAgents = `
  agentRuntime cliBackends compaction.customInstructions compaction.identifierInstructions
  compaction.maxHistoryShare compaction.memoryFlush.prompt compaction.memoryFlush.systemPrompt
  compaction.reserveTokens compaction.reserveTokensFloor contextLimits.memoryGetDefaultLines
  contextLimits.toolResultMaxChars contextPruning.hardClearRatio contextPruning.keepLastAssistants
  contextPruning.minPrunableToolChars contextPruning.softTrim contextPruning.softTrimRatio embeddedHarness
  groupChat.visibleReplies heartbeat.ackMaxChars heartbeat.includeReasoning heartbeat.includeSystemPromptSection
  heartbeat.skipWhenBusy heartbeat.suppressToolErrorWarnings memory.search.cache.maxEntries memory.search.chunking
  memory.search.local.contextSize memory.search.local.modelCacheDir memory.search.query.hybrid
  memory.search.remote.batch.concurrency memory.search.remote.batch.pollIntervalMs
  memory.search.remote.batch.timeoutMinutes memory.search.remote.batch.wait
  memory.search.remote.nonBatchConcurrency memory.search.store.driver memory.search.store.path memory.search.sync
  model.timeoutMs runRetries silentReply.direct silentReplyRewrite subagents.model.timeoutMs systemPromptOverride
  tools.codeMode.languages tools.loopDetection.criticalThreshold tools.loopDetection.detectors
  tools.loopDetection.genericRepeat tools.loopDetection.globalCircuitBreakerThreshold
  tools.loopDetection.historySize tools.loopDetection.knownPollNoProgress tools.loopDetection.pingPong
  tools.loopDetection.postCompactionGuard tools.loopDetection.unknownToolThreshold
  tools.loopDetection.warningThreshold tools.loopDetection.windowSize
`;

/** Of a channel and of its accounts. */
const ofChannels = `
  *.streaming.progress.render discord.autoPresence.degradedText discord.autoPresence.exhaustedText
  discord.autoPresence.healthyText discord.ui.components.accentColor googlechat.actions.reactions
  googlechat.streamMode imessage.coalesceSameSenderDms irc.mentionPatterns slack.enterpriseOrgInstall
  slack.socketMode.clientPingTimeout slack.socketMode.pingPongLoggingEnabled slack.socketMode.serverPingTimeout
  telegram.includeGroupHistoryContext whatsapp.ackReaction whatsapp.exposeErrorText
`;

export const retiredKeys: readonly string[] = [
  ...words(anywhere),
  ...words(ofAgents).flatMap((key) =>
    ['agents.defaults', 'agents.entries.*', 'agents.list.*'].map((owner) => `${owner}.${key}`),
  ),
  ...words(ofChannels).flatMap((key) => {
    const [channel = '', ...rest] = key.split('.');
    return [`channels.${key}`, `channels.${channel}.accounts.*.${rest.join('.')}`];
  }),
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
