package dev.holdfast.secrets.verify;

import static dev.holdfast.secrets.verify.FakeApi.BEARER;
import static dev.holdfast.secrets.verify.FakeApi.api;

import java.util.List;

/** Fakes of the APIs of models, mail and messages. */
final class FakeModelApis {

    private FakeModelApis() {}

    static List<FakeApi> all() {
        return List.of(
                api("Hugging Face", "huggingface-token", "h" + "f_" + "a".repeat(34))
                        .asked("GET huggingface.co/api/whoami-v2", BEARER)
                        .lives(
                                "{\"type\":\"user\",\"name\":\"ada\",\"auth\":{\"type\":\"access_token\"}}"),
                api(
                                "OpenAI",
                                "openai-api-key",
                                "sk-p" + "roj-" + "a".repeat(74) + "T3Blb" + "kFJ" + "b".repeat(74))
                        .asked("GET api.openai.com/v1/models", BEARER)
                        .lives("{\"object\":\"list\",\"data\":[{\"object\":\"model\"}]}")
                        .dead(401, "{\"error\":{\"code\":\"invalid_api_key\"}}")
                        .restricted(403, "{\"error\":{\"code\":\"missing_scope\"}}"),
                api("Anthropic", "anthropic-api-key", "sk-ant" + "-api03-" + "a".repeat(95))
                        .asked("GET api.anthropic.com/v1/models?limit=1", "x-api-key: {secret}")
                        .lives("{\"data\":[{\"type\":\"model\"}]}")
                        .dead(
                                401,
                                "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"}}")
                        .restricted(
                                403,
                                "{\"type\":\"error\",\"error\":{\"type\":\"permission_error\"}}"),
                api("Groq", "groq-api-key", "gs" + "k_" + "a".repeat(52))
                        .asked("GET api.groq.com/openai/v1/models", BEARER)
                        .lives("{\"object\":\"list\",\"data\":[{\"object\":\"model\"}]}"),
                api("xAI", "xai-api-key", "xa" + "i-" + "a".repeat(80))
                        .asked("GET api.x.ai/v1/api-key", BEARER)
                        .lives(
                                "{\"api_key_blocked\":false,\"api_key_disabled\":false,\"name\":\"k\"}")
                        .dead(200, "{\"api_key_blocked\":false,\"api_key_disabled\":true}"),
                api("Replicate", "replicate-token", "r" + "8_" + "a".repeat(37))
                        .asked("GET api.replicate.com/v1/account", BEARER)
                        .lives("{\"type\":\"user\",\"username\":\"ada\"}")
                        .dead(401, "{\"title\":\"Unauthenticated\",\"status\":401}"),
                api("Cohere", "cohere-api-key", "aB".repeat(20))
                        .asked("POST api.cohere.com/v1/check-api-key", BEARER)
                        .lives("{\"valid\":true,\"organization_id\":\"o\"}")
                        .dead(200, "{\"valid\":false}"),
                api("OpenRouter", "openrouter-api-key", "sk-o" + "r-v1-" + "a".repeat(64))
                        .asked("GET openrouter.ai/api/v1/key", BEARER)
                        .lives("{\"data\":{\"label\":\"k\",\"usage\":0}}"),
                api("ElevenLabs", "elevenlabs-api-key", "s" + "k_" + "a".repeat(48))
                        .asked("GET api.elevenlabs.io/v1/user", "xi-api-key: {secret}")
                        .lives("{\"subscription\":{\"tier\":\"free\"}}")
                        .restricted(401, "{\"detail\":{\"status\":\"missing_permissions\"}}"),
                api("Mistral", "mistral-api-key", "aB".repeat(16))
                        .asked("GET api.mistral.ai/v1/models", BEARER)
                        .lives("{\"object\":\"list\",\"data\":[{\"owned_by\":\"mistralai\"}]}"),
                api("DeepSeek", "deepseek-api-key", "s" + "k-" + "a".repeat(32))
                        .asked("GET api.deepseek.com/user/balance", BEARER)
                        .lives(
                                "{\"is_available\":true,\"balance_infos\":[{\"currency\":\"USD\"}]}"),
                api(
                                "Pinecone",
                                "pinecone-api-key",
                                "pc" + "sk_" + "a".repeat(6) + "_" + "b".repeat(63))
                        .asked("GET api.pinecone.io/indexes", "Api-Key: {secret}")
                        .lives("{\"indexes\":[{\"name\":\"i\",\"host\":\"h.test\"}]}"),
                api("Resend", "resend-api-key", "r" + "e_" + "a".repeat(8) + "_" + "c".repeat(24))
                        .asked("GET api.resend.com/domains", BEARER)
                        .lives("{\"object\":\"list\",\"data\":[{\"name\":\"a.test\"}]}")
                        .dead(403, "{\"name\":\"invalid_api_key\"}")
                        .restricted(401, "{\"name\":\"restricted_api_key\"}"),
                api(
                                "SendGrid",
                                "sendgrid-api-key",
                                "S" + "G." + "a".repeat(22) + "." + "c".repeat(43))
                        .asked("GET api.sendgrid.com/v3/scopes", BEARER)
                        .lives("{\"scopes\":[\"mail.send\"]}"),
                api("Mailgun", "mailgun-api-key", "ke" + "y-" + "a".repeat(32))
                        .asked(
                                "GET api.mailgun.net/v4/domains?limit=1",
                                "Authorization: Basic {base64:api:secret}")
                        .also("api.eu.mailgun.net")
                        .lives("{\"total_count\":1,\"items\":[{\"name\":\"a.test\"}]}"),
                api("Mailchimp", "mailchimp-api-key", "a".repeat(32) + "-us" + "12")
                        .asked(
                                "GET us12.api.mailchimp.com/3.0/ping",
                                "Authorization: Basic {base64:key:secret}")
                        .typed("application/problem+json")
                        .lives("{\"health_status\":\"fine\"}")
                        .dead(401, "{\"title\":\"API Key Invalid\",\"status\":401}"),
                api(
                                "Brevo",
                                "brevo-api-key",
                                "xkey" + "sib-" + "a".repeat(64) + "-" + "b".repeat(16))
                        .asked("GET api.brevo.com/v3/account", "api-key: {secret}")
                        .lives(
                                "{\"email\":\"a@b.test\",\"companyName\":\"Acme\",\"plan\":[{\"type\":\"free\"}]}"),
                api("Slack", "slack-token", "xo" + "xb-" + "1".repeat(40))
                        .asked("POST slack.com/api/auth.test", BEARER)
                        .lives(
                                "{\"ok\":true,\"team\":\"Acme\",\"user\":\"bot\",\"team_id\":\"T1\"}")
                        .dead(200, "{\"ok\":false,\"error\":\"token_revoked\"}"),
                api("Telegram", "telegram-bot-token", "123456" + "789:A" + "a".repeat(34))
                        .asked("GET api.telegram.org/bot{secret}/getMe", "Accept: application/json")
                        .lives(
                                "{\"ok\":true,\"result\":{\"id\":5,\"is_bot\":true,\"username\":\"b\"}}")
                        .dead(401, "{\"ok\":false,\"error_code\":401}"),
                api(
                                "Discord webhook",
                                "discord-webhook",
                                "discord.com/api/"
                                        + "webhooks/"
                                        + "1".repeat(18)
                                        + "/"
                                        + "a".repeat(68))
                        .asked(
                                "GET discord.com/api/v10/webhooks/{tail}",
                                "Accept: application/json")
                        .lives(
                                "{\"id\":\"1\",\"name\":\"w\",\"guild_id\":\"2\",\"channel_id\":\"3\"}")
                        .dead(404, "{\"code\":10015}"),
                api(
                                "Discord bot",
                                "discord-bot-token",
                                "M" + "a".repeat(23) + "." + "b".repeat(6) + "." + "c".repeat(27))
                        .asked("GET discord.com/api/v10/users/@me", "Authorization: Bot {secret}")
                        .lives("{\"id\":\"1\",\"username\":\"b\",\"discriminator\":\"0\"}"),
                api("Twilio", "twilio-key", "A" + "C" + "a1".repeat(16))
                        .asked(
                                "GET api.twilio.com/2010-04-01/Accounts/{secret}.json",
                                "Authorization: Basic {base64:secret:half}")
                        .with("half", "b2".repeat(16))
                        .lives(
                                "{\"sid\":\"AC1\",\"owner_account_sid\":\"AC1\",\"friendly_name\":\"Acme\",\"status\":\"active\"}"),
                api("Intercom", "intercom-token", "dG9r" + "Oj" + "a".repeat(53) + "=")
                        .asked("GET api.intercom.io/me", BEARER)
                        .also("api.eu.intercom.io", "api.au.intercom.io")
                        .lives(
                                "{\"type\":\"admin\",\"app\":{\"id_code\":\"x\",\"name\":\"Acme\",\"region\":\"US\"}}"));
    }
}
