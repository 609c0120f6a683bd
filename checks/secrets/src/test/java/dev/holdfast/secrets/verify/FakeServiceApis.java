package dev.holdfast.secrets.verify;

import static dev.holdfast.secrets.verify.FakeApi.BEARER;
import static dev.holdfast.secrets.verify.FakeApi.api;

import java.util.List;

/** Fakes of the APIs of payment, observability and other services. */
final class FakeServiceApis {

    private FakeServiceApis() {}

    static List<FakeApi> all() {
        return List.of(
                api("Stripe", "stripe-restricted-key", "rk_l" + "ive_" + "a".repeat(24))
                        .asked("GET api.stripe.com/v1/balance", BEARER)
                        .lives("{\"object\":\"balance\",\"livemode\":true}")
                        .dead(
                                401,
                                "{\"error\":{\"code\":\"api_key_expired\",\"type\":\"invalid_request_error\"}}")
                        .restricted(403, "{\"error\":{\"type\":\"invalid_request_error\"}}"),
                api("Square", "square-token", "sq0" + "atp-" + "a".repeat(22))
                        .asked("GET connect.squareup.com/v2/merchants/me", BEARER)
                        .lives("{\"merchant\":{\"id\":\"1\",\"business_name\":\"Shop\"}}"),
                api("Shopify", "shopify-token", "shp" + "at_" + "a".repeat(32))
                        .asked(
                                "GET acme.myshopify.com/admin/api/2025-07/shop.json",
                                "X-Shopify-Access-Token: {secret}")
                        .with("shop", "acme.myshopify.com")
                        .lives(
                                "{\"shop\":{\"name\":\"Acme\",\"myshopify_domain\":\"acme.myshopify.com\"}}"),
                api("Mollie", "mollie-api-key", "liv" + "e_" + "a".repeat(30))
                        .asked("GET api.mollie.com/v2/methods", BEARER)
                        .typed("application/hal+json")
                        .lives(
                                "{\"count\":1,\"_links\":{\"self\":{\"href\":\"https://api.mollie.com/v2/methods\"}}}"),
                api("Datadog", "datadog-api-key", "a1".repeat(16))
                        .asked("GET api.datadoghq.com/api/v1/validate", "DD-API-KEY: {secret}")
                        .also(
                                "api.datadoghq.eu",
                                "api.us3.datadoghq.com",
                                "api.us5.datadoghq.com",
                                "api.ap1.datadoghq.com",
                                "api.ap2.datadoghq.com",
                                "api.ddog-gov.com")
                        .lives("{\"valid\":true}")
                        .dead(403, "{\"errors\":[\"Forbidden\"]}"),
                api("New Relic", "newrelic-user-key", "NR" + "AK-" + "A".repeat(27))
                        .asked("POST api.newrelic.com/graphql", "API-Key: {secret}")
                        .also("api.eu.newrelic.com")
                        .lives("{\"data\":{\"actor\":{\"user\":{\"id\":1,\"name\":\"Ada\"}}}}"),
                api("Sentry", "sentry-token", "sntr" + "yu_" + "a".repeat(64))
                        .asked("GET sentry.io/api/0/organizations/?per_page=1", BEARER)
                        .also("us.sentry.io", "de.sentry.io")
                        .lives("[{\"slug\":\"acme\",\"dateCreated\":\"2026-01-01T00:00:00Z\"}]"),
                api("PostHog", "posthog-personal-key", "ph" + "x_" + "a".repeat(43))
                        .asked("GET us.posthog.com/api/users/@me/", BEARER)
                        .also("eu.posthog.com")
                        .lives("{\"uuid\":\"u\",\"distinct_id\":\"d\",\"email\":\"a@b.test\"}")
                        .restricted(
                                403,
                                "{\"type\":\"authentication_error\",\"code\":\"permission_denied\"}"),
                api("Honeycomb", "honeycomb-key", "hca" + "ik_" + "a1".repeat(29))
                        .asked("GET api.honeycomb.io/1/auth", "X-Honeycomb-Team: {secret}")
                        .also("api.eu1.honeycomb.io")
                        .lives(
                                "{\"team\":{\"name\":\"Acme\",\"slug\":\"acme\"},\"environment\":{\"name\":\"prod\"}}"),
                api("Notion", "notion-token", "nt" + "n_" + "1".repeat(11) + "a".repeat(35))
                        .asked("GET api.notion.com/v1/users/me", BEARER)
                        .lives("{\"object\":\"user\",\"name\":\"bot\"}")
                        .dead(401, "{\"code\":\"unauthorized\"}")
                        .restricted(403, "{\"code\":\"restricted_resource\"}"),
                api("Linear", "linear-api-key", "lin" + "_api_" + "a".repeat(40))
                        .asked("POST api.linear.app/graphql", "Authorization: {secret}")
                        .lives("{\"data\":{\"viewer\":{\"id\":\"1\",\"name\":\"Ada\"}}}"),
                api("Figma", "figma-token", "fig" + "d_" + "a".repeat(40))
                        .asked("GET api.figma.com/v1/me", "X-Figma-Token: {secret}")
                        .lives("{\"id\":\"1\",\"handle\":\"ada\",\"img_url\":\"https://a.test/i\"}")
                        .dead(403, "{\"status\":403,\"err\":\"Invalid token\"}"),
                api(
                                "Mapbox",
                                "mapbox-secret-token",
                                "sk.eyJ" + "1Ijoi" + "a".repeat(40) + "." + "b".repeat(22))
                        .asked(
                                "GET api.mapbox.com/tokens/v2?access_token={secret}",
                                "Accept: application/json")
                        .lives("{\"code\":\"TokenValid\",\"token\":{\"user\":\"ada\"}}")
                        .dead(200, "{\"code\":\"TokenRevoked\"}"),
                api(
                                "Airtable",
                                "airtable-token",
                                "pa" + "t" + "a".repeat(14) + "." + "b".repeat(64))
                        .asked("GET api.airtable.com/v0/meta/whoami", BEARER)
                        .lives("{\"id\":\"usr1\",\"scopes\":[\"a\"]}"),
                api("Contentful", "contentful-token", "CFP" + "AT-" + "a".repeat(43))
                        .asked("GET api.contentful.com/users/me", BEARER)
                        .also("api.eu.contentful.com")
                        .typed("application/vnd.contentful.management.v1+json")
                        .lives("{\"sys\":{\"type\":\"User\",\"id\":\"1\"}}"),
                api("Typeform", "typeform-token", "tf" + "p_" + "a".repeat(44))
                        .asked("GET api.typeform.com/me", BEARER)
                        .also("api.eu.typeform.com")
                        .lives("{\"user_id\":\"1\",\"alias\":\"ada\"}"),
                api(
                                "HubSpot",
                                "hubspot-token",
                                "pa" + "t-na1-01234567-89ab-cdef-0123-" + "456789abcdef")
                        .asked("GET api.hubapi.com/account-info/v3/details", BEARER)
                        .lives("{\"portalId\":1,\"accountType\":\"STANDARD\"}")
                        .restricted(403, "{\"status\":\"error\",\"category\":\"MISSING_SCOPES\"}"),
                api("ClickUp", "clickup-token", "p" + "k_" + "1".repeat(8) + "_" + "A".repeat(32))
                        .asked("GET api.clickup.com/api/v2/user", "Authorization: {secret}")
                        .lives("{\"user\":{\"id\":1,\"username\":\"Ada\"}}"),
                api("Asana", "asana-token", "1/" + "1".repeat(16) + ":" + "a".repeat(32))
                        .asked(
                                "GET app.asana.com/api/1.0/users/me?opt_fields=gid,name,resource_type",
                                BEARER)
                        .lives(
                                "{\"data\":{\"gid\":\"1\",\"name\":\"Ada\",\"resource_type\":\"user\"}}"));
    }
}
