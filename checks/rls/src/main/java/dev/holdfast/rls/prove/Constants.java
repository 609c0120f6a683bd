package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Constants as values. Two of a type are different values only where the type's equality is that of
 * its bytes: 1.0 and 1.00 are equal numbers.
 */
final class Constants {
    // pg_type.dat; these oids never change.
    private static final long NAME = 19;
    private static final long INT8 = 20;
    private static final long INT2 = 21;
    private static final long INT4 = 23;
    private static final long TEXT = 25;
    private static final long JSON = 114;
    private static final long VARCHAR = 1043;
    private static final long UUID = 2950;
    private static final long JSONB = 3802;
    private static final int VARLENA_HEADER = 8;
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern INTEGER_TEXT = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final Catalog catalog;

    Constants(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A constant of a node tree. */
    Term of(Expression.Literal literal) {
        if (literal.hex().isEmpty()) {
            return new Term(new Value.Constant("null", "", false), Formula.TRUE, Optional.empty());
        }
        String hex = literal.hex().get();
        if (isText(literal.type()) && literal.type() != NAME) {
            return text(decode(hex.substring(Math.min(hex.length(), VARLENA_HEADER))));
        }
        if (literal.type() == NAME) {
            String name = decode(hex);
            int end = name.indexOf('\0');
            return text(end < 0 ? name : name.substring(0, end));
        }
        if (isInteger(literal.type())) {
            return Term.of(new Value.Constant("integer", integer(hex), true));
        }
        if (literal.type() == UUID) {
            return Term.of(new Value.Constant("uuid", uuid(hex), true));
        }
        Type type = catalog.types().get(literal.type());
        boolean distinct = type != null && type.kind() == 'e';
        return Term.of(new Value.Constant("type " + literal.type(), hex, distinct));
    }

    /** A text. */
    Term text(String text) {
        return new Term(
                new Value.Constant("text", text, true),
                Formula.FALSE,
                Optional.of(new KnownText(text, false)));
    }

    /** A text that is known, read as a type. */
    Term known(KnownText text, long type, Formula isNull) {
        return new Term(value(text, type), isNull, Optional.of(text));
    }

    private Value value(KnownText text, long type) {
        if (text.isUser()) {
            return Session.USER;
        }
        String template = text.template();
        if (!text.isConstant() || text.json()) {
            return new Value.Unknown("template " + type + " " + template);
        }
        if (isText(type)) {
            return new Value.Constant("text", template, true);
        }
        String lower = template.toLowerCase(Locale.ROOT);
        if (type == UUID && UUID_TEXT.matcher(lower).matches()) {
            return new Value.Constant("uuid", lower, true);
        }
        if (isInteger(type) && INTEGER_TEXT.matcher(template).matches()) {
            return new Value.Constant("integer", template, true);
        }
        return new Value.Constant("text as " + type, template, false);
    }

    boolean isText(long type) {
        return type == TEXT || type == VARCHAR || type == NAME;
    }

    boolean isJson(long type) {
        return type == JSON || type == JSONB;
    }

    private static boolean isInteger(long type) {
        // No oid: 4294967295 is the same bytes as -1.
        return type == INT2 || type == INT4 || type == INT8;
    }

    /** Whether different values are always written differently, and each in one way only. */
    boolean isWrittenInOneWay(long type) {
        return type == UUID || isInteger(type) || isText(type);
    }

    /**
     * Whether values that are equal by the type's {@code =} are the same in every respect that
     * matters here: nothing else is ever asked of them than whether they are equal.
     */
    boolean isEquatable(long type) {
        Type known = catalog.types().get(type);
        if (known == null) {
            return false;
        }
        if (known.kind() == 'd') {
            return isEquatable(known.base());
        }
        // Geometric types compare areas; composite ones field by field with NULLs.
        return known.category() != 'G' && known.kind() != 'c' && known.kind() != 'p';
    }

    /** Whether values of both types may be compared as values of one. */
    boolean isOneFamily(long left, long right) {
        return catalog.baseType(left) == catalog.baseType(right)
                || (isInteger(catalog.baseType(left)) && isInteger(catalog.baseType(right)))
                || (isText(catalog.baseType(left)) && isText(catalog.baseType(right)));
    }

    private static String decode(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    /** Little-endian, as every platform that PostgreSQL's packages are made for. */
    private static String integer(String hex) {
        byte[] little = HexFormat.of().parseHex(hex);
        byte[] big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[little.length - 1 - i] = little[i];
        }
        return new BigInteger(big).toString();
    }

    private static String uuid(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12}).*", "$1-$2-$3-$4-$5");
    }
}
