package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
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

    /** What a reviewed entry says: {@code bearer}, {@code scheme W}, {@code basic U:P}, … */
    static Optional<Auth> parse(String text) {
        String[] parts = text.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "bearer" -> Optional.of(new Scheme("Bearer"));
            case "scheme" -> Optional.of(new Scheme(rest));
            case "header" -> Optional.of(new Header(rest));
            case "path" -> Optional.of(new Path());
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

    /** The header that carries the key, if one does. */
    default Map<String, String> headers(Values values) {
        return switch (this) {
            case Scheme(String word) ->
                    Map.of("Authorization", word + " " + values.fill("{secret}"));
            case Header(String name) -> Map.of(name, values.fill("{secret}"));
            case Basic(String user, String password) ->
                    Map.of(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    (values.fill(user)
                                                                    + ":"
                                                                    + values.fill(password))
                                                            .getBytes(
                                                                    StandardCharsets.ISO_8859_1)));
            case Path() -> Map.of();
        };
    }
}
