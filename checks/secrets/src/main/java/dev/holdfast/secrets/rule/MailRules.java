package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.MEDIUM;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;
import java.util.Map;

/** Tokens of services that send mail. */
final class MailRules {
    private static final String POWER = "sends mail in the name of the domain";

    private MailRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "sendgrid-api-key",
                                "SendGrid API key",
                                "SendGrid",
                                CRITICAL,
                                POWER,
                                "https://app.sendgrid.com/settings/api_keys"),
                        Shape.of(Bytes.BASE64URL, 22).then(".", Bytes.BASE64URL, 43),
                        "SG."),
                mailgun(),
                PrefixRule.of(
                                new Kind(
                                        "resend-api-key",
                                        "Resend API key",
                                        "Resend",
                                        CRITICAL,
                                        POWER,
                                        "https://resend.com/api-keys"),
                                Shape.of(Bytes.BASE62, 8).then("_", Bytes.BASE62, 24),
                                "re_")
                        .asWord());
    }

    /**
     * Its prefix is a common word, and what follows looks like any hash: the words near it tell.
     */
    private static PrefixRule mailgun() {
        Kind kind =
                new Kind(
                        "mailgun-api-key",
                        "Mailgun API key",
                        "Mailgun",
                        CRITICAL,
                        POWER,
                        "https://app.mailgun.com/settings/api_security");
        return PrefixRule.of(kind, Shape.of(Bytes.HEX, 32), "key-")
                .asWord()
                .judgedBy(
                        (bytes, length, start, end) -> {
                            boolean near = Around.has(bytes, length, start, end, "mailgun");
                            return kind.leaked(
                                    near ? kind.severity() : MEDIUM, Map.of("named", near));
                        },
                        "medium unless mailgun stands near");
    }

    static InfixRule mailchimp() {
        return new InfixRule(
                new Kind(
                        "mailchimp-api-key",
                        "Mailchimp API key",
                        "Mailchimp",
                        CRITICAL,
                        "reads the addresses of the audience and sends mail",
                        "https://admin.mailchimp.com/account/api/"),
                Bytes.HEX,
                32,
                32,
                List.of("-us"),
                Shape.of(Bytes.DIGITS, 1, 2));
    }
}
