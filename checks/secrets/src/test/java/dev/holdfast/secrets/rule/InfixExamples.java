package dev.holdfast.secrets.rule;

import java.util.List;

/** Tokens whose literal stands in their middle. */
final class InfixExamples {

    private InfixExamples() {}

    static List<Examples> all(TokenForge forge) {
        return List.of(telegram(forge), mailchimp(forge), terraform(forge), azure(forge));
    }

    private static Examples telegram(TokenForge forge) {
        String body = ":A" + forge.text(Alphabet.BASE62, 34);
        return new Examples(
                "telegram-bot-token",
                List.of("12345" + body, "7123456789" + body, "1234567890123456" + body),
                List.of(
                        "1234" + body,
                        "12345678901234567" + body,
                        "x7123456789" + body,
                        "7123456789" + body + "Z",
                        "7123456789" + body.substring(0, 35),
                        "7123456789" + body.replace(":A", ":B"),
                        "7123456789:A" + "x".repeat(34)));
    }

    private static Examples mailchimp(TokenForge forge) {
        String body = forge.text(Alphabet.HEX, 32);
        return new Examples(
                "mailchimp-api-key",
                List.of(body + "-us1", body + "-us21", forge.text(Alphabet.HEX, 32) + "-us5"),
                List.of(
                        body + "-us",
                        body + "-us123",
                        body + "-user",
                        body + "-eu1",
                        "a" + body + "-us1",
                        body.substring(1) + "-us1",
                        "0".repeat(32) + "-us1",
                        "x".repeat(32) + "-us1"));
    }

    private static Examples terraform(TokenForge forge) {
        String head = forge.text(Alphabet.BASE62, 14);
        String tail = ".atlasv1." + forge.text(Alphabet.BASE62, 67);
        return new Examples(
                "terraform-token",
                List.of(
                        head + tail,
                        head + tail.substring(0, 9 + 60),
                        forge.text(Alphabet.BASE62, 14) + tail),
                List.of(
                        head.substring(1) + tail,
                        "a" + head + tail,
                        head + tail + "Zzzz",
                        head + tail.substring(0, 9 + 59),
                        head + tail.replace("v1", "v2"),
                        head + ".atlasv1." + "x".repeat(64)));
    }

    private static Examples azure(TokenForge forge) {
        String tail = "Q~" + forge.text(Alphabet.BASE62, 34);
        return new Examples(
                "azure-client-secret",
                List.of(
                        "abC8" + tail,
                        forge.text(Alphabet.BASE62, 3) + "7" + tail,
                        forge.text(Alphabet.BASE62, 3) + "8" + tail.substring(0, 2 + 31)),
                List.of(
                        "ab8" + tail,
                        "xabC8" + tail,
                        "abCd" + tail,
                        "abC8" + tail + "Z",
                        "abC8" + tail.substring(0, 2 + 30),
                        "abC8" + tail.replace('~', '-'),
                        "abC8Q~" + "x".repeat(34)));
    }
}
