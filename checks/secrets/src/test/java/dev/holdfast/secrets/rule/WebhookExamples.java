package dev.holdfast.secrets.rule;

import java.util.List;

/** URLs that are passwords. */
final class WebhookExamples {

    private WebhookExamples() {}

    static List<Examples> all(TokenForge forge) {
        return List.of(slack(forge), discord(forge));
    }

    private static Examples slack(TokenForge forge) {
        String host = "hooks.slack" + ".com";
        String team = "/T" + forge.text(Alphabet.UPPER, 8);
        String app = "/B" + forge.text(Alphabet.UPPER, 10);
        String end = "/" + forge.text(Alphabet.BASE62, 24);
        String url = host + "/services" + team + app + end;
        return new Examples(
                "slack-webhook",
                List.of(
                        url,
                        url.replace("/", "\\/"),
                        url.replace("/", "\\u002F"),
                        url.replace("/", "%2F"),
                        host + "/services" + team + app + "/" + forge.text(Alphabet.BASE62, 22)),
                List.of(
                        host + "/services" + team + app,
                        host + "/services" + team + end,
                        host + "/services/x" + team + app + end,
                        host + "/docs" + team + app + end,
                        url.substring(0, url.length() - 4),
                        url + "Zzzzz",
                        "x" + url,
                        host + "/services/T00000000/B00000000/" + "X".repeat(24)));
    }

    private static Examples discord(TokenForge forge) {
        String host = "discord" + ".com";
        String end = "/1" + forge.text(Alphabet.DIGITS, 17) + "/" + forge.text(Alphabet.BASE62, 68);
        String url = host + "/api/webhooks" + end;
        return new Examples(
                "discord-webhook",
                List.of(
                        url,
                        host + "/api/v10/webhooks" + end,
                        "discordapp" + ".com/api/webhooks" + end,
                        url.replace("/", "\\/"),
                        url.replace("/", "\\u002f")),
                List.of(
                        host + "/api/webhooks/" + forge.text(Alphabet.DIGITS, 18),
                        host + "/api/channels" + end,
                        host + "/webhooks" + end,
                        url.substring(0, url.length() - 9),
                        url + "z".repeat(13),
                        "x" + url,
                        host + "/api/webhooks/123456789012345678/" + "x".repeat(68)));
    }
}
