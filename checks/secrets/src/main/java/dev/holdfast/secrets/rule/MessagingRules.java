package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of mail and messaging. */
final class MessagingRules {
    private static final String SLACK = "https://api.slack.com/apps";

    private MessagingRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "slack-token",
                                "Slack token",
                                "Slack",
                                CRITICAL,
                                "reads and writes messages of the workspace",
                                SLACK),
                        Bytes.BASE64URL,
                        24,
                        300,
                        "xoxb-",
                        "xoxp-",
                        "xoxe-",
                        "xoxa-",
                        "xoxr-",
                        "xoxs-",
                        "xoxc-",
                        "xoxd-"),
                PrefixRule.of(
                        new Kind(
                                "slack-app-token",
                                "Slack app-level token",
                                "Slack",
                                HIGH,
                                "opens the app's socket connections",
                                SLACK),
                        Bytes.BASE64URL,
                        40,
                        300,
                        "xapp-"),
                PrefixRule.of(
                        new Kind(
                                "slack-webhook",
                                "Slack webhook URL",
                                "Slack",
                                HIGH,
                                "posts into the channel under the app's name",
                                SLACK),
                        Bytes.PATH,
                        43,
                        60,
                        "hooks.slack.com/services/"),
                PrefixRule.of(
                        new Kind(
                                "discord-webhook",
                                "Discord webhook URL",
                                "Discord",
                                HIGH,
                                "posts into the channel",
                                "https://support.discord.com/hc/articles/228383668"),
                        Bytes.PATH,
                        80,
                        100,
                        "discord.com/api/webhooks/",
                        "discordapp.com/api/webhooks/"),
                PrefixRule.of(
                        new Kind(
                                "sendgrid-api-key",
                                "SendGrid API key",
                                "SendGrid",
                                CRITICAL,
                                "sends mail in the name of the domain",
                                "https://app.sendgrid.com/settings/api_keys"),
                        Bytes.DOTTED,
                        66,
                        66,
                        "SG."),
                PrefixRule.of(
                        new Kind(
                                "mailgun-api-key",
                                "Mailgun API key",
                                "Mailgun",
                                CRITICAL,
                                "sends mail in the name of the domain",
                                "https://app.mailgun.com/settings/api_security"),
                        Bytes.HEX,
                        32,
                        32,
                        "key-"),
                PrefixRule.of(
                        new Kind(
                                "resend-api-key",
                                "Resend API key",
                                "Resend",
                                CRITICAL,
                                "sends mail in the name of the domain",
                                "https://resend.com/api-keys"),
                        Bytes.BASE64URL,
                        33,
                        36,
                        "re_"));
    }
}
