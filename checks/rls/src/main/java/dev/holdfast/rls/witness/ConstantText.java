package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.seed.Transaction;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Constants of a model as texts.
 *
 * @param transaction asked for the labels of enums
 */
public record ConstantText(Catalog catalog, Transaction transaction) {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    /**
     * Its text; nothing for NULL and for what cannot be written.
     *
     * @throws SQLException when the server ends the connection
     */
    public Optional<String> of(Example.Known known) throws SQLException {
        if (known.kind().equals("null")) {
            return Optional.empty();
        }
        if (!known.kind().startsWith("type ")) {
            return Optional.of(known.text());
        }
        Type type = catalog.types().get(Long.parseLong(known.kind().substring("type ".length())));
        return type == null ? Optional.empty() : inner(type, known.text());
    }

    /** The text of a value that is written as its bytes. */
    private Optional<String> inner(Type type, String hex) throws SQLException {
        byte[] little = HexFormat.of().parseHex(hex);
        byte[] big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[little.length - 1 - i] = little[i];
        }
        BigInteger number = big.length == 0 ? BigInteger.ZERO : new BigInteger(big);
        if (type.kind() == 'e') {
            String label =
                    transaction.one(
                            "SELECT enumlabel FROM pg_enum WHERE oid = "
                                    + number.and(BigInteger.valueOf(0xFFFFFFFFL)));
            return Optional.of(label).filter(each -> !each.isEmpty());
        }
        return switch (type.name()) {
            case "date" -> Optional.of(EPOCH.plusDays(number.intValue()).toString());
            case "timestamp", "timestamptz" ->
                    Optional.of(
                            LocalDateTime.of(EPOCH, java.time.LocalTime.MIDNIGHT)
                                    .plus(number.longValue(), ChronoUnit.MICROS)
                                    .toString());
            case "bool" -> Optional.of(number.signum() == 0 ? "false" : "true");
            default -> Optional.empty();
        };
    }
}
