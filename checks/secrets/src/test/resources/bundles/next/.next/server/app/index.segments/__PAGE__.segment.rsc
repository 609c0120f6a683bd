1:"$Sreact.fragment"
2:"/_next/static/chunks/0n7pdcxrtpf3m.js"
3:I[39756,["$2"],"default"]
4:I[37457,["$2"],"default"]
8:"/_next/static/chunks/3wxrwjjyjqz33.js"
9:I[2279,["$2","$8"],"default"]
a:I[97367,["$2"],"OutletBoundary"]
b:"$Sreact.suspense"
e:"ViewportBoundary"
f:I[97367,["$2"],"$e"]
10:"MetadataBoundary"
11:I[97367,["$2"],"$10"]
6:X
7:[["children",{"s":"__PAGE__","h":160,"d":{"r":["$","$1","c",{"children":[["$","main",null,{"children":[["$","h1",null,{"children":"Lantern Shop"}],["$","$L9",null,{"lanterns":[{"id":"brass","name":"Brass lantern","price":49},{"id":"paper","name":"Paper lantern","price":9}],"access":{"token":"PLACEHOLDER_STOCK_TOKEN_01234567","payment":"PLACEHOLDER_STRIPE_PROP_01234567890123456789012345678901234567890123456789012345678901234567890123456789012"}}]]}],[["$","script","script-0",{"src":"/_next/static/chunks/3wxrwjjyjqz33.js","async":true}]],["$","$La",null,{"children":["$","$b",null,{"name":"Next.MetadataOutlet","children":"$@c"}]}]]}],"p":"$@d","v":null,"s":"$6"}}]]
0:{"t":{"t":{"s":"","h":80,"d":{"r":["$","$1","c",{"children":[[["$","script","script-0",{"src":"/_next/static/chunks/0n7pdcxrtpf3m.js","async":true}]],["$","html",null,{"lang":"en","children":["$","body",null,{"children":["$","$L3",null,{"parallelRouterKey":"children","template":["$","$L4",null,{}],"notFound":[[["$","title",null,{"children":"404: This page could not be found."}],["$","div",null,{"style":{"fontFamily":"system-ui,\"Segoe UI\",Roboto,Helvetica,Arial,sans-serif,\"Apple Color Emoji\",\"Segoe UI Emoji\"","height":"100vh","textAlign":"center","display":"flex","flexDirection":"column","alignItems":"center","justifyContent":"center"},"children":["$","div",null,{"children":[["$","style",null,{"dangerouslySetInnerHTML":{"__html":"body{color:#000;background:#fff;margin:0}.next-error-h1{border-right:1px solid rgba(0,0,0,.3)}@media (prefers-color-scheme:dark){body{color:#fff;background:#000}.next-error-h1{border-right:1px solid rgba(255,255,255,.3)}}"}}],["$","h1",null,{"className":"next-error-h1","style":{"display":"inline-block","margin":"0 20px 0 0","padding":"0 23px 0 0","fontSize":24,"fontWeight":500,"verticalAlign":"top","lineHeight":"49px"},"children":404}],["$","div",null,{"style":{"display":"inline-block"},"children":["$","h2",null,{"style":{"fontSize":14,"fontWeight":400,"lineHeight":"49px","margin":0},"children":"This page could not be found."}]}]]}]}]],[]]}]}]}]]}],"p":"$@5","v":null,"s":"$6"},"c":"$Q7"},"h":{"r":["$","$1","h",{"children":[null,["$","$Lf",null,{"children":[["$","meta","0",{"charSet":"utf-8"}],["$","meta","1",{"name":"viewport","content":"width=device-width, initial-scale=1"}]]}],["$","$L11",null,{"children":[["$","div",null,{"hidden":true,"children":["$","$b",null,{"name":"Next.Metadata","children":[["$","title","0",{"children":"Lantern Shop"}]]}]}],null]}],null]}],"p":"$@12","v":null,"s":"$6"}},"a":"$@13","u":"$@14","b":"lantern"}
c:null
6:300
14:true
6:C
13:0
5:"$undefined"
12:"$undefined"
d:"$undefined"
