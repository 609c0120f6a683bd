package dev.holdfast.secrets.verify;

import static dev.holdfast.secrets.verify.FakeApi.BEARER;
import static dev.holdfast.secrets.verify.FakeApi.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Fakes of the APIs of code hosts and clouds. */
final class FakeCodeApis {

    private FakeCodeApis() {}

    static List<FakeApi> all() {
        return List.of(
                api("GitHub", "github-token", "gh" + "p_" + "a".repeat(36))
                        .asked("GET api.github.com/user", BEARER)
                        .lives("{\"login\":\"mona\",\"id\":7,\"node_id\":\"MDQ6\"}")
                        .restricted(
                                403,
                                "{\"message\":\"Resource not accessible by integration\",\"documentation_url\":\"https://docs.github.com/rest\"}"),
                api(
                                "GitHub fine-grained",
                                "github-fine-grained-token",
                                "githu" + "b_pat_" + "a".repeat(82))
                        .asked("GET api.github.com/user", BEARER)
                        .lives("{\"login\":\"mona\",\"id\":7,\"node_id\":\"MDQ6\"}")
                        .restricted(
                                403,
                                "{\"message\":\"Resource not accessible by integration\",\"documentation_url\":\"https://docs.github.com/rest\"}"),
                api("GitHub App", "github-app-token", "gh" + "s_" + "a".repeat(36))
                        .asked("GET api.github.com/installation/repositories?per_page=1", BEARER)
                        .lives(
                                "{\"total_count\":3,\"repository_selection\":\"all\",\"repositories\":[]}")
                        .restricted(
                                403,
                                "{\"message\":\"Resource not accessible by integration\",\"documentation_url\":\"https://docs.github.com/rest\"}"),
                api("GitLab.com", "gitlab-token", "glp" + "at-" + "a".repeat(20))
                        .asked(
                                "GET gitlab.com/api/v4/personal_access_tokens/self",
                                "PRIVATE-TOKEN: {secret}")
                        .lives("{\"active\":true,\"scopes\":[\"api\"],\"user_id\":3}")
                        .dead(200, "{\"active\":false,\"revoked\":true}"),
                api(
                                "CircleCI",
                                "circleci-token",
                                "CCI" + "PAT_" + "a".repeat(22) + "_" + "b".repeat(40))
                        .asked("GET circleci.com/api/v2/me", "Circle-Token: {secret}")
                        .lives("{\"id\":\"1\",\"login\":\"ada\",\"name\":\"Ada\"}"),
                api("Buildkite", "buildkite-token", "bk" + "ua_" + "a".repeat(40))
                        .asked("GET api.buildkite.com/v2/access-token", BEARER)
                        .lives("{\"uuid\":\"u\",\"scopes\":[\"read_build\"]}"),
                api(
                                "Postman",
                                "postman-api-key",
                                "PM" + "AK-" + "a".repeat(24) + "-" + "c".repeat(34))
                        .asked("GET api.getpostman.com/me", "X-API-Key: {secret}")
                        .lives("{\"user\":{\"id\":1,\"username\":\"ada\"}}"),
                api(
                                "HCP Terraform",
                                "terraform-token",
                                "a".repeat(14) + ".atl" + "asv1." + "b".repeat(67))
                        .asked("GET app.terraform.io/api/v2/account/details", BEARER)
                        .typed("application/vnd.api+json")
                        .lives(
                                "{\"data\":{\"type\":\"users\",\"attributes\":{\"username\":\"ada\"}}}"),
                api("Doppler", "doppler-token", "dp." + "pt." + "a".repeat(43))
                        .asked("GET api.doppler.com/v3/me", BEARER)
                        .lives(
                                "{\"type\":\"personal\",\"workplace\":{\"name\":\"w\",\"slug\":\"w1\"}}"),
                api("npm", "npm-token", "np" + "m_" + "a".repeat(36))
                        .asked("GET registry.npmjs.org/-/whoami", BEARER)
                        .lives("{\"username\":\"ada\"}"),
                api("Snyk", "snyk-token", "01234567-89ab-cdef-0123-" + "456789abcdef")
                        .asked(
                                "GET api.snyk.io/rest/self?version=2024-10-15",
                                "Authorization: token {secret}")
                        .also("api.us.snyk.io", "api.eu.snyk.io", "api.au.snyk.io")
                        .typed("application/vnd.api+json")
                        .lives(
                                "{\"jsonapi\":{\"version\":\"1.0\"},\"data\":{\"type\":\"user\",\"attributes\":{\"username\":\"ada\"}}}"),
                api("Pulumi Cloud", "pulumi-token", "pu" + "l-" + "a".repeat(40))
                        .asked("GET api.pulumi.com/api/user", "Authorization: token {secret}")
                        .lives("{\"id\":\"1\",\"githubLogin\":\"ada\"}"),
                api(
                                "LaunchDarkly",
                                "launchdarkly-key",
                                "ap" + "i-01234567-89ab-cdef-0123-" + "456789abcdef")
                        .asked(
                                "GET app.launchdarkly.com/api/v2/caller-identity",
                                "Authorization: {secret}")
                        .also("app.eu.launchdarkly.com", "app.launchdarkly.us")
                        .lives("{\"accountId\":\"1\",\"authKind\":\"token\",\"tokenName\":\"ci\"}"),
                api("Supabase account", "supabase-access-token", "sb" + "p_" + "a".repeat(40))
                        .asked("GET api.supabase.com/v1/projects", BEARER)
                        .lives("[{\"organization_id\":\"o\",\"name\":\"shop\"}]"),
                api("Supabase project", "supabase-secret-key", "sb_se" + "cret_" + "a".repeat(31))
                        .asked(
                                "GET aaaaaaaaaaaaaaaaaaaa.supabase.co/auth/v1/settings",
                                "apikey: {secret}")
                        .with("project", "aaaaaaaaaaaaaaaaaaaa.supabase.co")
                        .lives(
                                "{\"external\":{\"email\":true},\"disable_signup\":false,\"mailer_autoconfirm\":false}"),
                api("Cloudflare", "cloudflare-token", "cf" + "ut_" + "a".repeat(48))
                        .asked("GET api.cloudflare.com/client/v4/user/tokens/verify", BEARER)
                        .lives("{\"success\":true,\"result\":{\"id\":\"9\",\"status\":\"active\"}}")
                        .dead(
                                200,
                                "{\"success\":true,\"result\":{\"id\":\"9\",\"status\":\"disabled\"}}"),
                api("DigitalOcean", "digitalocean-token", "dop" + "_v1_" + "a".repeat(64))
                        .asked("GET api.digitalocean.com/v2/account", BEARER)
                        .lives("{\"account\":{\"uuid\":\"u\",\"status\":\"active\"}}")
                        .dead(401, "{\"id\":\"unauthorized\"}")
                        .restricted(403, "{\"id\":\"forbidden\"}"),
                api("Neon", "neon-api-key", "na" + "pi_" + "a".repeat(64))
                        .asked("GET console.neon.tech/api/v2/users/me", BEARER)
                        .lives("{\"login\":\"ada\",\"projects_limit\":10}"),
                api("Render", "render-api-key", "rn" + "d_" + "a".repeat(28))
                        .asked("GET api.render.com/v1/owners?limit=1", BEARER)
                        .lives("[{\"owner\":{\"id\":\"tea-1\",\"name\":\"Acme\"}}]"),
                api("Vercel", "vercel-token", "vc" + "p_" + "a".repeat(24))
                        .asked("GET api.vercel.com/v2/user", BEARER)
                        .lives("{\"user\":{\"username\":\"ada\"}}"),
                api("Google access token", "google-access-token", "ya" + "29." + "a".repeat(100))
                        .asked(
                                "GET oauth2.googleapis.com/tokeninfo?access_token={secret}",
                                "Accept: application/json")
                        .lives("{\"scope\":\"s\",\"expires_in\":\"30\"}"),
                api("AWS", "aws-access-key", "AK" + "IA" + "A".repeat(15) + "B")
                        .asked(
                                "POST sts.amazonaws.com/",
                                "Authorization: AWS4-HMAC-SHA256 Credential={secret}/20260102/*")
                        .with("half", "aB1+".repeat(10))
                        .also("sts.us-gov-west-1.amazonaws.com", "sts.cn-north-1.amazonaws.com.cn")
                        .typed("text/xml")
                        .lives(
                                "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>U</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>")
                        .dead(
                                403,
                                "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>no</Message></Error></ErrorResponse>"),
                api("Google API key", "google-api-key", "AI" + "za" + "a".repeat(35))
                        .asked(
                                "GET generativelanguage.googleapis.com/v1beta/models?pageSize=1",
                                "x-goog-api-key: {secret}")
                        .lives("{\"models\":[{\"name\":\"models/m\"}]}")
                        .dead(
                                400,
                                "{\"error\":{\"code\":400,\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}")
                        .restricted(
                                403,
                                "{\"error\":{\"code\":403,\"details\":[{\"reason\":\"API_KEY_SERVICE_BLOCKED\"}]}}"),
                api(
                                "Supabase service_role",
                                "supabase-service-role-key",
                                jwt(
                                        "{\"iss\":\"supabase\",\"ref\":\""
                                                + "b".repeat(20)
                                                + "\",\"role\":\"service_role\"}"))
                        .asked(
                                "GET bbbbbbbbbbbbbbbbbbbb.supabase.co/auth/v1/settings",
                                "apikey: {secret}")
                        .lives("{\"disable_signup\":false,\"mailer_autoconfirm\":false}"),
                api("Heroku", "heroku-api-key", "HR" + "KU-" + "AA" + "a".repeat(58))
                        .asked("GET api.heroku.com/account", BEARER)
                        .lives("{\"id\":\"1\",\"email\":\"a@b.test\"}")
                        .dead(401, "{\"id\":\"unauthorized\"}")
                        .restricted(403, "{\"id\":\"forbidden\"}"),
                api("Netlify", "netlify-token", "nf" + "p_" + "a".repeat(36))
                        .asked("GET api.netlify.com/api/v1/user", BEARER)
                        .lives("{\"id\":\"1\",\"site_count\":2,\"email\":\"a@b.test\"}"),
                api("Linode", "linode-token", "a1".repeat(32))
                        .asked("GET api.linode.com/v4/profile", BEARER)
                        .lives("{\"username\":\"ada\",\"authentication_type\":\"password\"}"),
                api("Hetzner Cloud", "hetzner-token", "aB".repeat(32))
                        .asked("GET api.hetzner.cloud/v1/locations?per_page=1", BEARER)
                        .lives("{\"locations\":[{\"network_zone\":\"eu-central\"}]}"),
                api("Fastly", "fastly-token", "aB".repeat(16))
                        .asked("GET api.fastly.com/tokens/self", "Fastly-Key: {secret}")
                        .lives("{\"customer_id\":\"c\",\"name\":\"ci\"}"));
    }

    /** A JSON Web Token with that payload. */
    static String jwt(String payload) {
        return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
                + "."
                + base64(payload)
                + "."
                + "c".repeat(43);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
