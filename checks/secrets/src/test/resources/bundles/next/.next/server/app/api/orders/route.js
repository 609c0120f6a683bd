var R=require("../../../chunks/[turbopack]_runtime.js")("server/app/api/orders/route.js")
R.c("server/chunks/[externals]__0bwf06g0pqv3h._.js")
R.c("server/chunks/[root-of-the-server]__1okc2mnvvoz4e._.js")
R.c("server/chunks/_next-internal_server_app_api_orders_route_actions_18oip2yr4_bzt.js")
R.m(58916)
module.exports=R.m(58916).exports
