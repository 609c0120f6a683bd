package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A provider's API as its documentation tells it, written apart from the product's data.
 *
 * @param secret a key of the provider's form, put together at run time
 * @param with what the call needs beside it
 * @param request the one request that it knows, and else answers 404
 * @param also further hosts at which the same request is known
 * @param header the header that the key comes in, if it comes in one; {@code *} for any end
 * @param type the type of its answers
 */
record FakeApi(
        String provider,
        String rule,
        String secret,
        Map<String, String> with,
        String request,
        List<String> also,
        String header,
        String type,
        String live,
        Said dead,
        Said restricted) {
    static final String BEARER = "Authorization: Bearer {secret}";
    static final Said NOTHING = new Said(0, "");

    record Said(int status, String body) {}

    static List<FakeApi> all() {
        return Stream.of(FakeCodeApis.all(), FakeModelApis.all(), FakeServiceApis.all())
                .flatMap(List::stream)
                .toList();
    }

    static FakeApi api(String provider, String rule, String secret) {
        return new FakeApi(
                provider,
                rule,
                secret,
                Map.of(),
                "",
                List.of(),
                "",
                "application/json; charset=utf-8",
                "",
                NOTHING,
                NOTHING);
    }

    FakeApi asked(String newRequest, String newHeader) {
        return new FakeApi(
                provider,
                rule,
                secret,
                with,
                newRequest,
                also,
                newHeader,
                type,
                live,
                dead,
                restricted);
    }

    FakeApi with(String name, String value) {
        return new FakeApi(
                provider,
                rule,
                secret,
                Map.of(name, value),
                request,
                also,
                header,
                type,
                live,
                dead,
                restricted);
    }

    FakeApi also(String... hosts) {
        return new FakeApi(
                provider,
                rule,
                secret,
                with,
                request,
                List.of(hosts),
                header,
                type,
                live,
                dead,
                restricted);
    }

    FakeApi typed(String newType) {
        return new FakeApi(
                provider,
                rule,
                secret,
                with,
                request,
                also,
                header,
                newType,
                live,
                dead,
                restricted);
    }

    FakeApi lives(String body) {
        return new FakeApi(
                provider, rule, secret, with, request, also, header, type, body, dead, restricted);
    }

    FakeApi dead(int status, String body) {
        return new FakeApi(
                provider,
                rule,
                secret,
                with,
                request,
                also,
                header,
                type,
                live,
                new Said(status, body),
                restricted);
    }

    FakeApi restricted(int status, String body) {
        return new FakeApi(
                provider,
                rule,
                secret,
                with,
                request,
                also,
                header,
                type,
                live,
                dead,
                new Said(status, body));
    }

    Credential credential() {
        Map<String, Secret> companions = new HashMap<>();
        with.forEach((name, value) -> companions.put(name, bytes(value)));
        return new Credential("secrets." + rule, bytes(secret), companions);
    }

    static Secret bytes(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many hosts a key may live at. */
    int hosts() {
        return 1 + also.size();
    }

    /** What it says to a request: something to the right one alone. */
    Loopback.Reply answer(Loopback.Seen seen, Said said) {
        return isRight(seen)
                ? Loopback.Reply.typed(said.status(), type, said.body())
                : Loopback.Reply.json(404, "{}");
    }

    private boolean isRight(Loopback.Seen seen) {
        String asked = seen.method() + " " + seen.host() + seen.path();
        List<String> known = new ArrayList<>(List.of(fill(request)));
        String host = request.substring(request.indexOf(' ') + 1, request.indexOf('/'));
        also.forEach(other -> known.add(fill(request).replace(host, other)));
        String name = header.substring(0, header.indexOf(':'));
        String wanted = fill(header.substring(header.indexOf(':') + 2));
        String given = seen.headers().getOrDefault(name, "");
        boolean carried =
                wanted.endsWith("*")
                        ? given.startsWith(wanted.substring(0, wanted.length() - 1))
                        : given.equals(wanted);
        return carried && known.contains(asked);
    }

    private String fill(String template) {
        String tail = secret.substring(secret.indexOf("webhooks/") + "webhooks/".length());
        return template.replace("{secret}", secret)
                .replace("{base64:api:secret}", base64("api:" + secret))
                .replace("{base64:key:secret}", base64("key:" + secret))
                .replace("{base64:secret:half}", base64(secret + ":" + with.get("half")))
                .replace("{tail}", secret.contains("webhooks/") ? tail : "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return provider;
    }
}
