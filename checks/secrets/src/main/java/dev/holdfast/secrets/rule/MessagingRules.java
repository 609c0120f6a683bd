package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.rule.WebhookRule.Step;
import java.util.List;
import java.util.stream.IntStream;

/** Tokens of messaging. */
final class MessagingRules {
    private static final String SLACK = "https://api.slack.com/apps";

    private MessagingRules() {}

    static List<PrefixRule> all() {
        Shape body = Shape.of(Bytes.BASE64URL, 24, 300);
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "slack-token",
                                "Slack token",
                                "Slack",
                                CRITICAL,
                                "reads and writes messages of the workspace",
                                SLACK),
                        Form.of("xoxb-", body),
                        Form.of("xoxp-", body),
                        Form.of("xoxe-", body),
                        Form.of("xoxa-", body),
                        Form.of("xoxr-", body),
                        Form.of("xoxs-", body),
                        Form.of("xoxc-", body),
                        // The cookie that goes with the one before, percent-encoded.
                        Form.of("xoxd-", Shape.of(Bytes.ENCODED_BASE64, 40, 400))),
                PrefixRule.of(
                        new Kind(
                                "slack-app-token",
                                "Slack app-level token",
                                "Slack",
                                HIGH,
                                "opens the app's socket connections",
                                SLACK),
                        Shape.of(Bytes.BASE64URL, 40, 300),
                        "xapp-"));
    }

    static List<WebhookRule> webhooks() {
        return List.of(
                new WebhookRule(
                        new Kind(
                                "slack-webhook",
                                "Slack webhook URL",
                                "Slack",
                                HIGH,
                                "posts into the channel under the app's name",
                                SLACK),
                        List.of("hooks.slack.com"),
                        List.of(
                                Step.of("services"),
                                Step.of("T", Bytes.UPPER, 7, 13),
                                Step.of("B", Bytes.UPPER, 7, 13),
                                Step.of("", Bytes.BASE62, 22, 28))),
                new WebhookRule(
                        new Kind(
                                "discord-webhook",
                                "Discord webhook URL",
                                "Discord",
                                HIGH,
                                "posts into the channel",
                                "https://support.discord.com/hc/articles/228383668"),
                        List.of("discord.com", "discordapp.com"),
                        List.of(
                                Step.of("api"),
                                Step.maybe("v", Bytes.DIGITS, 1, 2),
                                Step.of("webhooks"),
                                Step.of("", Bytes.DIGITS, 17, 20),
                                Step.of("", Bytes.BASE64URL, 60, 80))));
    }

    static InfixRule telegram() {
        return new InfixRule(
                new Kind(
                        "telegram-bot-token",
                        "Telegram bot token",
                        "Telegram",
                        HIGH,
                        "reads and writes what the bot may",
                        "https://core.telegram.org/bots/features#botfather"),
                Bytes.DIGITS,
                4,
                15,
                IntStream.range(0, 10).mapToObj(digit -> digit + ":A").toList(),
                Shape.of(Bytes.BASE64URL, 34));
    }
}
