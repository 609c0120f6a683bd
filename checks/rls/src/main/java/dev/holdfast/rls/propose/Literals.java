package dev.holdfast.rls.propose;

import dev.holdfast.rls.expression.Expression;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Constants that are texts. */
final class Literals {
    // pg_type.dat; a text has a head of four bytes.
    private static final long TEXT = 25;
    private static final int HEAD = 8;

    private Literals() {}

    static Optional<String> text(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.type() == TEXT
                ? literal.hex()
                        .filter(each -> each.length() >= HEAD)
                        .map(each ->
                                new String(
                                        HexFormat.of().parseHex(each.substring(HEAD)),
                                        StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
