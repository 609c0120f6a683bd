package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How a key is given to its provider. */
sealed interface Auth {

    /** {@code Authorization: Bearer} of RFC 6750, or the provider's own word for it. */
    record Scheme(String word) implements Auth {}

    /** RFC 7617; templates of user and password. */
    record Basic(String user, String password) implements Auth {}

    /** A header of the provider's that holds nothing but the key. */
    record Header(String name) implements Auth {}

    /** The key stands in the path's template. */
    record Path() implements Auth {}

    /** The request is signed: the key is an id and {@code {half}} its secret. */
    record Aws(String service) implements Auth {}

    /** What a reviewed entry says: {@code bearer}, {@code scheme W}, {@code basic U:P}, … */
    static Optional<Auth> parse(String text) {
        String[] parts = text.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "bearer" -> Optional.of(new Scheme("Bearer"));
            case "scheme" -> Optional.of(new Scheme(rest));
            case "header" -> Optional.of(new Header(rest));
            case "path" -> Optional.of(new Path());
            case "aws" -> Optional.of(new Aws(rest));
            case "basic" -> {
                int colon = rest.indexOf(':');
                yield colon < 0
                        ? Optional.empty()
                        : Optional.of(
                                new Basic(rest.substring(0, colon), rest.substring(colon + 1)));
            }
            default -> Optional.empty();
        };
    }

    /**
     * The headers that carry the key.
     *
     * @param at the time of the call, which a signature holds
     */
    default Map<String, String> headers(Provider provider, Values values, String host, Instant at) {
        return switch (this) {
            case Scheme(String word) ->
                    Map.of("Authorization", word + " " + values.fill("{secret}"));
            case Header(String name) -> Map.of(name, values.fill("{secret}"));
            case Basic(String user, String password) ->
                    Map.of("Authorization", "Basic " + base64(values, user, password));
            case Path() -> Map.of();
            case Aws(String service) -> {
                String time = AwsSignature.time(at);
                yield Map.of(
                        "X-Amz-Date",
                        time,
                        "Authorization",
                        new AwsSignature(region(host), service)
                                .authorization(
                                        values.fill("{secret}"),
                                        values.fill("{half}"),
                                        provider.method(),
                                        provider.path(),
                                        Map.of("host", host, "x-amz-date", time),
                                        provider.body(),
                                        at));
            }
        };
    }

    /** The region of {@code sts.REGION.…}; that of the host without one is us-east-1. */
    private static String region(String host) {
        String[] labels = host.split("\\.", -1);
        return labels.length > 3 ? labels[1] : "us-east-1";
    }

    private static String base64(Values values, String user, String password) {
        return Base64.getEncoder()
                .encodeToString(
                        (values.fill(user) + ":" + values.fill(password))
                                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
