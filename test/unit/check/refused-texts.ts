/**
 * What `openclaw config validate` of 2026.9.6 refuses though its schema allows it. Each text is followed by the findings, as
 * `code@path`.
 */
export const refusedTexts = `
{env:{vars:{toString:'x'}}}  invalid-key@env.vars.toString
{session:{maintenance:{pruneAfter:'15555550123'}}}  invalid-value@session.maintenance.pruneAfter
{agents:{entries:{a:{identity:{avatar:'/etc/a.png'}}}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{entries:{a:{identity:{avatar:'/data/x/a.png'}}},defaults:{workspace:'/data/w'}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{entries:{a:{identity:{avatar:'a/../../b.png'}}}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{entries:{a:{agentDir:'/y/../x'},b:{agentDir:'/x'}},ownership:'explicit'}}  conflict@agents.entries.a.agentDir  conflict@agents.entries.b.agentDir
{agents:{defaults:{sandbox:{docker:{env:{'a-b':'x'}}}},entries:{a:{},b:{}},ownership:'explicit'}}  invalid-value@agents.defaults.sandbox.docker.env.a-b
{plugins:{slots:{memory:'zork'}}}  unknown-name@plugins.slots.memory
{plugins:{slots:{memory:'Memory-Core'}}}  unknown-name@plugins.slots.memory
{channels:{zork:{}}}  unknown-name@channels.zork
{channels:{Discord:{}}}  unknown-name@channels.Discord
{channels:{lark:{}}}  unknown-name@channels.lark
{channels:{qqbot:{appId:'1'}}}  unknown-name@channels.qqbot
{channels:{' discord':{}}}  unknown-name@channels. discord
{channels:{tools:{}}}  unknown-name@channels.tools
{secrets:{providers:{a:{source:'file',path:'/x'}}},gateway:{auth:{token:{source:'env',provider:'a',id:'DISCORD'}}}}  conflict@gateway.auth.token.source
{secrets:{providers:{op:{source:'exec',command:'op'}}}}  invalid-value@secrets.providers.op.command
{plugins:{entries:{'github-copilot':{config:{discovery:{enabled:true,x:1}}}}}}  unknown-key@plugins.entries.github-copilot.config.discovery
{plugins:{entries:{'github-copilot':{config:{discovery:{x:1}}}}}}  unknown-key@plugins.entries.github-copilot.config.discovery
{agents:{list:[{id:'A'}]}}  invalid-value@agents.list.0.id
{agents:{list:[{id:'a'},{id:'a'}]}}  invalid-value@agents.list.1.id
{agents:{list:[{name:'a'}]}}  invalid-value@agents.list.0
{agents:{list:[{id:'a'}],entries:{b:{}}}}  invalid-value@agents.list
{agents:{list:[{id:'a'},{id:'b'}]}}  conflict@agents.list
{agents:{list:[5]}}  invalid-value@agents.list.0
{agents:{entries:{},ownership:'explicit'}}  missing-key@agents
{agents:{ownership:'explicit'}}  missing-key@agents
{agents:{entries:{a:{default:true},b:{default:true}}}}  conflict@agents.entries.b.default
{agents:{entries:{a:{default:true},b:{}},ownership:'explicit'}}  conflict@agents.entries.a.default
{agents:{entries:{a:{default:true}},ownership:'explicit'}}  conflict@agents.entries.a.default
{agents:{entries:{a:{},A:{}},ownership:'explicit'}}  conflict@agents.entries.A
{agents:{entries:{a:{constructor:1}}}}  invalid-key@agents.entries.a.constructor
{bindings:[{agentId:'zork',match:{channel:'discord'}}]}  unknown-agent@bindings.0.agentId
{bindings:[{type:'acp',agentId:'main',match:{channel:'discord'}}]}  missing-key@bindings.0.match
{bindings:[{type:'acp',agentId:'main',match:{channel:'discord',peer:{kind:'direct',id:' '}}}]}  missing-key@bindings.0.match
{channels:{discord:{guilds:{x:{bindings:{acp:{}}}}}}}  conflict@channels.discord.guilds.x.bindings.acp
{channels:{zork:{bindings:{acp:{}}}},plugins:{allow:['zork']}}  conflict@channels.zork.bindings.acp
{talk:{agentId:'zork'}}  unknown-agent@talk.agentId
{agents:{defaults:{systemAgent:{agentId:'zork'}}}}  unknown-agent@agents.defaults.systemAgent.agentId
{broadcast:{'telegram:5':['main','zork']}}  unknown-agent@broadcast.telegram:5.1
{broadcast:{'x':{agents:['main']}}}  invalid-key@broadcast.x
{broadcast:{'telegram:5':{agents:['zork']}}}  unknown-agent@broadcast.telegram:5.agents.0
{agents:{entries:{a:{agentDir:'/x'},b:{agentDir:'/x/'}},ownership:'explicit'}}  conflict@agents.entries.a.agentDir  conflict@agents.entries.b.agentDir
{agents:{entries:{a:{identity:{avatar:'~/a.png'}}}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{entries:{a:{identity:{avatar:'../a.png'}}}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{entries:{a:{identity:{avatar:'ftp://a.png'}}}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{entries:{a:{identity:{avatar:'/etc/a.png'},workspace:'/data/w'}}}}  invalid-value@agents.entries.a.identity.avatar
{agents:{defaults:{heartbeat:{target:'zork'}}}}  unknown-name@agents.defaults.heartbeat.target
{agents:{defaults:{heartbeat:{target:''}}}}  unknown-name@agents.defaults.heartbeat.target
{agents:{defaults:{heartbeat:{every:'30x'}}}}  invalid-value@agents.defaults.heartbeat.every
{agents:{defaults:{heartbeat:{every:'1h30m',activeHours:{start:'24:00',end:'24:00'}}}}}  invalid-value@agents.defaults.heartbeat.activeHours.start
{agents:{defaults:{decisionModel:'gpt'}}}  invalid-value@agents.defaults.decisionModel
{agents:{defaults:{models:{'openai/*':{codeMode:true}}}}}  conflict@agents.defaults.models.openai/*.codeMode
{agents:{defaults:{models:{'gpt':{pickerRuntimes:['codex']}}}}}  conflict@agents.defaults.models.gpt.pickerRuntimes
{agents:{defaults:{models:{'openai/gpt':{pickerRuntimes:['auto']}}}}}  invalid-value@agents.defaults.models.openai/gpt.pickerRuntimes.0
{agents:{defaults:{modelPolicy:{allow:['gpt']}}}}  invalid-value@agents.defaults.modelPolicy.allow.0
{agents:{defaults:{modelPolicy:{allow:['openai/*','a/b','*']}}}}  invalid-value@agents.defaults.modelPolicy.allow.2
{agents:{defaults:{model:'google/gemini-2.0-flash'}}}  unknown-name@agents.defaults.model
{agents:{defaults:{model:{primary:'openai/gpt-5.4',fallbacks:['Google/Gemini-1.5-Pro']}}}}  unknown-name@agents.defaults.model.fallbacks.0
{agents:{defaults:{models:{'google/gemini-1.5-pro':{}}}}}  unknown-name@agents.defaults.models.google/gemini-1.5-pro
{models:{providers:{foo:{}}}}  missing-key@models.providers.foo  missing-key@models.providers.foo
{tools:{allow:['a'],alsoAllow:['b']}}  conflict@tools.alsoAllow
{tools:{byProvider:{x:{allow:['a'],alsoAllow:['b']}}}}  conflict@tools.byProvider.x.alsoAllow
{tools:{exec:{mode:'ask',security:'deny'}}}  conflict@tools.exec.mode
{tools:{web:{search:{apiKey:'x'}}}}  unknown-key@tools.web.search.apiKey
{tools:{web:{search:{brave:{}}}}}  unknown-key@tools.web.search.brave
{tools:{web:{search:{provider:'brave'}}}}  unknown-name@tools.web.search.provider
{tools:{web:{search:{provider:'zork'}}}}  unknown-name@tools.web.search.provider
{tools:{web:{search:{provider:''}}}}  unknown-name@tools.web.search.provider
{mcp:{servers:{a:{command:'x',timeout:5}}}}  unknown-key@mcp.servers.a.timeout
{mcp:{servers:{a:{command:'x',disabled:true}}}}  unknown-key@mcp.servers.a.disabled
{mcp:{servers:{a:{url:'not a url'}}}}  invalid-value@mcp.servers.a.url
{mcp:{servers:{a:{url:'ftp://x'}}}}  invalid-value@mcp.servers.a.url
{mcp:{servers:{a:{transport:'stdio'}}}}  missing-key@mcp.servers.a.transport
{mcp:{servers:{a:{url:'https://x',oauth:{identity:'per-requester'}}}}}  conflict@mcp.servers.a.oauth.identity
{mcp:{servers:{a:{command:'x',codex:{default_tools_approval_mode:'auto'}}}}}  unknown-key@mcp.servers.a.codex.default_tools_approval_mode
{nodeHost:{mcp:{servers:{' a':{command:'x'}}}}}  invalid-key@nodeHost.mcp.servers. a
{mcp:{apps:{sandboxOrigin:'https://x/y'}}}  invalid-value@mcp.apps.sandboxOrigin
{gateway:{publicOrigin:'http://example.com'}}  invalid-value@gateway.publicOrigin
{gateway:{portals:{ingress:{domain:'example',port:5}}}}  invalid-value@gateway.portals.ingress.domain
{gateway:{portals:{ingress:{domain:'p.example.com',port:18789}}}}  conflict@gateway.portals.ingress.port
{gateway:{portals:{ingress:{domain:'example.com',port:5}},publicOrigin:'https://a.example.com'}}  conflict@gateway.portals.ingress.domain
{gateway:{tailscale:{mode:'serve'},bind:'lan'}}  conflict@gateway.bind
{gateway:{tailscale:{mode:'funnel'},auth:{mode:'none'}}}  conflict@gateway.auth.mode
{gateway:{roles:{default:'a',definitions:{}}}}  unknown-name@gateway.roles.default  missing-key@gateway.roles.definitions
{gateway:{roles:{default:'a',definitions:{b:{sessions:{others:'none'},agents:'*',scopes:[]}}}}}  unknown-name@gateway.roles.default
{gateway:{roles:{default:'b',definitions:{b:{sessions:{others:'none'},agents:['!'],scopes:[]}}}}}  invalid-value@gateway.roles.definitions.b.agents.0
{gateway:{tls:{certPath:' '}}}  invalid-value@gateway.tls.certPath
{gateway:{remote:{edgeAuth:{}}}}  invalid-key@gateway.remote.edgeAuth
{gateway:{remote:{edgeAuth:{Host:'x'}}}}  invalid-key@gateway.remote.edgeAuth.Host
{gateway:{remote:{edgeAuth:{'a b':'x'}}}}  invalid-key@gateway.remote.edgeAuth.a b
{gateway:{remote:{edgeAuth:{a:'x',A:'y'}}}}  invalid-key@gateway.remote.edgeAuth.A
{browser:{profiles:{a:{}}}}  missing-key@browser.profiles.a
{browser:{profiles:{a:{cdpPort:5,userDataDir:'x'}}}}  missing-key@browser.profiles.a.userDataDir
{browser:{profiles:{a:{driver:'extension',cdpUrl:'x'}}}}  missing-key@browser.profiles.a.cdpUrl
{talk:{provider:'x',providers:{y:{}}}}  unknown-name@talk.provider
{talk:{providers:{x:{},y:{}}}}  unknown-name@talk.providers
{talk:{realtime:{provider:'x',providers:{y:{}}}}}  unknown-name@talk.realtime.provider
{hooks:{mappings:[{transform:{module:'../x'}}]}}  invalid-value@hooks.mappings.0.transform.module
{hooks:{mappings:[{sessionMode:'persistent'}]}}  missing-key@hooks.mappings.0
{worktreeRoot:'x'}  invalid-value@worktreeRoot
{desktop:{host:{enabled:true,passwordFile:'x'}}}  invalid-value@desktop.host.passwordFile
{ui:{prefs:{accent:'aabbcc'}}}  invalid-value@ui.prefs.accent
{session:{maintenance:{pruneAfter:'0d'}}}  invalid-value@session.maintenance.pruneAfter
{session:{maintenance:{pruneAfter:'x'}}}  invalid-value@session.maintenance.pruneAfter
{session:{maintenance:{archiveDashboardAfter:'0'}}}  invalid-value@session.maintenance.archiveDashboardAfter
{session:{maintenance:{maxDiskBytes:'5xb'}}}  invalid-value@session.maintenance.maxDiskBytes
{session:{maintenance:{maxDiskBytes:-5}}}  invalid-value@session.maintenance.maxDiskBytes
{cron:{sessionRetention:'x'}}  invalid-value@cron.sessionRetention
{agents:{defaults:{compaction:{maxActiveTranscriptBytes:'20xb'}}}}  invalid-value@agents.defaults.compaction.maxActiveTranscriptBytes
{agents:{defaults:{sandbox:{docker:{binds:['data:/x']}}}}}  invalid-value@agents.defaults.sandbox.docker.binds.0
{agents:{defaults:{sandbox:{docker:{network:'host'}}}}}  invalid-value@agents.defaults.sandbox.docker.network
{agents:{defaults:{sandbox:{docker:{network:'container:x'}}}}}  invalid-value@agents.defaults.sandbox.docker.network
{agents:{defaults:{sandbox:{browser:{network:'container:y'}}}}}  invalid-value@agents.defaults.sandbox.browser.network
{agents:{defaults:{sandbox:{docker:{seccompProfile:'unconfined'}}}}}  invalid-value@agents.defaults.sandbox.docker.seccompProfile
{agents:{defaults:{sandbox:{docker:{env:{'a-b':'x'}}}}}}  invalid-value@agents.defaults.sandbox.docker.env.a-b
{"agents":{"defaults":{"sandbox":{"docker":{"env":{"A":"x\\ny"}}}}}}  invalid-value@agents.defaults.sandbox.docker.env.A
{cloudWorkers:{profiles:{a:{provider:'x',settings:{apiKey:'x'}}}}}  invalid-value@cloudWorkers.profiles.a.settings.apiKey
{cloudWorkers:{profiles:{' a':{provider:'x'}}}}  invalid-key@cloudWorkers.profiles. a
{cloudWorkers:{profiles:{a:{provider:'x',suspendAfter:'30s'}}}}  invalid-value@cloudWorkers.profiles.a.suspendAfter
{cloudWorkers:{projectProfiles:{'github.com/A/b':'a'}}}  invalid-key@cloudWorkers.projectProfiles.github.com/A/b
{cloudWorkers:{projectProfiles:{'github.com/a/b.git':'a'}}}  invalid-key@cloudWorkers.projectProfiles.github.com/a/b.git
{secrets:{egressProxy:{allowedHosts:['*.x.com']}}}  invalid-value@secrets.egressProxy.allowedHosts.0
{secrets:{egressProxy:{allowedHosts:['https://x.com']}}}  invalid-value@secrets.egressProxy.allowedHosts.0
{proxy:{proxyUrl:'socks5://x'}}  invalid-value@proxy.proxyUrl
{models:{catalogRefresh:{url:'http://x'}}}  invalid-value@models.catalogRefresh.url
{channels:{telegram:{apiRoot:'https://'}}}  invalid-value@channels.telegram.apiRoot
{channels:{telegram:{apiRoot:'x'}}}  invalid-value@channels.telegram.apiRoot
{gateway:{auth:{token:{source:'file',provider:'f',id:'bad'}}}}  invalid-value@gateway.auth.token.id
{gateway:{auth:{token:{source:'file',provider:'f',id:'/a~2'}}}}  invalid-value@gateway.auth.token.id
{models:{providers:{openai:{apiKey:{source:'exec',provider:'vault',id:'../x'}}}}}  invalid-value@models.providers.openai.apiKey.id
{secrets:{providers:{op:{source:'exec',command:'/usr/bin/env',trustedDirs:['bin']}}}}  invalid-value@secrets.providers.op.trustedDirs.0
{secrets:{providers:{op:{source:'exec',command:'/usr/bin/env; rm'}}}}  invalid-value@secrets.providers.op.command
{mcp:{servers:{a:{url:'https://x',oauth:{clientMetadataUrl:'https://x/'}}}}}  invalid-value@mcp.servers.a.oauth.clientMetadataUrl
{mcp:{servers:{a:{url:'https://x',oauth:{clientMetadataUrl:'https://x/client.json',scope:' '}}}}}  invalid-value@mcp.servers.a.oauth.scope
{agents:{entries:{main:{sandbox:{docker:{apparmorProfile:'Unconfined'}}}}}}  invalid-value@agents.entries.main.sandbox.docker.apparmorProfile
{agents:{entries:{main:{sandbox:{browser:{binds:['data:/data']}}}}}}  invalid-value@agents.entries.main.sandbox.browser.binds.0
{agents:{defaults:{model:'xai/grok-4.20-multi-agent'}}}  unknown-name@agents.defaults.model
{agents:{entries:{main:{tools:{exec:{mode:'ask',ask:'always'}}}}}}  conflict@agents.entries.main.tools.exec.mode
{tools:{subagents:{tools:{allow:['a'],alsoAllow:['b']}}}}  conflict@tools.subagents.tools.alsoAllow
{agents:{defaults:{compaction:{memoryFlush:{forceFlushTranscriptBytes:'lots'}}}}}  invalid-value@agents.defaults.compaction.memoryFlush.forceFlushTranscriptBytes
{agents:{entries:{main:{heartbeat:{activeHours:{end:'25:00'}}}}}}  invalid-value@agents.entries.main.heartbeat.activeHours.end
{agents:{entries:{main:{modelPolicy:{allow:['slow']}}}}}  invalid-value@agents.entries.main.modelPolicy.allow.0
{nodeHost:{mcp:{servers:{a:{command:'x',toolFilter:{include:[' ']}}}}}}  invalid-value@nodeHost.mcp.servers.a.toolFilter.include.0
{gateway:{controlUi:{environment:{label:' ',color:'red'}}}}  invalid-value@gateway.controlUi.environment.label
{hooks:{mappings:[{channel:' '}]}}  invalid-value@hooks.mappings.0.channel
`;
