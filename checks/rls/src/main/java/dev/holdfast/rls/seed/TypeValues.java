package dev.holdfast.rls.seed;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a type reads; the first of them is a new one each time, where a type has enough. */
public final class TypeValues {
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.'])");
    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");
    private static final int DEEPEST = 6;

    private final Transaction transaction;
    private final Catalog catalog;
    private final Map<Long, List<String>> ofDomains = new HashMap<>();
    private final Map<Long, List<String>> labels = new HashMap<>();
    private final Map<List<String>, Boolean> read = new HashMap<>();
    private int made;

    /** For one transaction. */
    public TypeValues(Transaction transaction, Catalog catalog) {
        this.transaction = transaction;
        this.catalog = catalog;
    }

    /** Texts and numbers that are written in an expression. */
    public static List<String> written(String expression) {
        Set<String> all = new LinkedHashSet<>();
        Matcher quoted = QUOTED.matcher(expression);
        while (quoted.find()) {
            all.add(quoted.group(1).replace("''", "'"));
        }
        Matcher number = NUMBER.matcher(quoted.replaceAll(" "));
        while (number.find()) {
            all.add(number.group());
            if (number.group().length() < 10 && !number.group().contains(".")) {
                all.add(String.valueOf(Integer.parseInt(number.group()) + 1));
                all.add(String.valueOf(Integer.parseInt(number.group()) - 1));
            }
        }
        return List.copyOf(all);
    }

    /**
     * Candidates that the type reads, the likeliest first.
     *
     * @param typeName as the column declares it, with its length
     * @param more others that may fit
     */
    public List<String> candidates(long type, String typeName, List<String> more)
            throws SQLException {
        Set<String> all = new LinkedHashSet<>();
        List<String> own = own(type, typeName, 0);
        all.addAll(own.isEmpty() ? own : own.subList(0, 1));
        all.addAll(more);
        all.addAll(own);
        List<String> kept = new ArrayList<>();
        for (String each : all) {
            if (reads(each, typeName)) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** Whether a type reads a text. */
    public boolean reads(String text, String typeName) throws SQLException {
        List<String> key = List.of(typeName, text);
        Boolean known = read.get(key);
        if (known == null) {
            known = tries(text, typeName);
            read.put(key, known);
        }
        return known;
    }

    private boolean tries(String text, String typeName) throws SQLException {
        try {
            transaction.run("SELECT " + Quoted.value(text, typeName));
            return true;
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return false;
        }
    }

    private List<String> own(long oid, String typeName, int depth) throws SQLException {
        Type type = catalog.types().get(oid);
        if (type == null || depth > DEEPEST) {
            return List.of();
        }
        return switch (type.kind()) {
            case 'd' -> domain(type, depth);
            case 'e' -> labels(oid);
            case 'r' -> List.of("[1,2)", "[2026-01-01,2026-01-02)", "empty");
            case 'm' -> List.of("{}");
            case 'c' -> composite(oid);
            default -> type.category() == 'A' ? array(type, depth) : base(type, typeName);
        };
    }

    private List<String> domain(Type type, int depth) throws SQLException {
        List<String> checks = ofDomains.get(type.oid());
        if (checks == null) {
            checks = new ArrayList<>();
            for (List<String> each :
                    transaction.rows(
                            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contypid = "
                                    + type.oid())) {
                checks.addAll(written(each.getFirst()));
            }
            ofDomains.put(type.oid(), checks);
        }
        List<String> all = new ArrayList<>(own(type.base(), "", depth + 1));
        all.addAll(checks);
        return all;
    }

    private List<String> labels(long oid) throws SQLException {
        List<String> known = labels.get(oid);
        if (known == null) {
            known =
                    transaction
                            .rows(
                                    "SELECT enumlabel FROM pg_enum WHERE enumtypid = "
                                            + oid
                                            + " ORDER BY enumsortorder")
                            .stream()
                            .map(List::getFirst)
                            .toList();
            labels.put(oid, known);
        }
        return known;
    }

    private List<String> composite(long oid) throws SQLException {
        String count =
                transaction.one(
                        "SELECT count(*) FROM pg_attribute a JOIN pg_type t ON t.typrelid ="
                                + " a.attrelid WHERE t.oid = "
                                + oid
                                + " AND a.attnum > 0 AND NOT a.attisdropped");
        return List.of("(" + ",".repeat(Math.max(0, Integer.parseInt(count) - 1)) + ")");
    }

    private List<String> array(Type type, int depth) throws SQLException {
        List<String> all = new ArrayList<>(List.of("{}"));
        for (String each : own(type.element(), "", depth + 1)) {
            all.add("{\"" + each.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        }
        return all;
    }

    private List<String> base(Type type, String typeName) {
        int n = ++made;
        return switch (type.name()) {
            case "uuid" -> List.of(uuid(n));
            case "bool" -> List.of("false", "true");
            case "int2" -> List.of(String.valueOf(n % 30_000 + 1), "1", "0", "2", "10", "100");
            case "int4", "int8", "oid", "xid" ->
                    List.of(String.valueOf(9_000 + n), "1", "0", "2", "10", "100", "2026");
            case "numeric", "float4", "float8", "money" ->
                    List.of("1", "0", "0.5", "10", "100", String.valueOf(1_000 + n));
            case "timestamptz", "timestamp" -> List.of(day(n) + " 03:04:05", "2020-01-01 00:00:00");
            case "date" -> List.of(day(n), "2020-01-01");
            case "time", "timetz" -> List.of("03:04:05");
            case "interval" -> List.of("1 day");
            case "json", "jsonb" -> List.of("{}", "[]", "\"x\"", "1", "null");
            case "bytea" -> List.of("\\x00", "\\x" + "00".repeat(32));
            case "inet", "cidr" -> List.of("192.0.2." + n % 250, "192.0.2.0");
            case "macaddr" -> List.of("08:00:2b:01:02:03");
            case "macaddr8" -> List.of("08:00:2b:01:02:03:04:05");
            case "bit", "varbit" ->
                    List.of("0".repeat(length(typeName)), "1".repeat(length(typeName)));
            case "xml" -> List.of("<a/>");
            case "point" -> List.of("(0,0)");
            case "bpchar" ->
                    List.of(
                            text(typeName, n),
                            "A".repeat(length(typeName)),
                            "1".repeat(length(typeName)));
            case "name" -> List.of("holdfast_" + n);
            case "regclass" -> List.of("pg_class");
            default ->
                    type.category() == 'S'
                            ? texts(typeName, n)
                            : List.of("", "0", "{}", "[1,2,3]", "()", "a");
        };
    }

    private static List<String> texts(String typeName, int n) {
        return List.of(
                text(typeName, n),
                "holdfast" + n + "@example.com",
                "https://example.com/" + n,
                "+15550000" + (100 + n % 900),
                "#00ff00",
                "AB",
                "ABC",
                "EUR",
                "abc-" + n,
                "12345",
                "0".repeat(32),
                "0".repeat(64),
                "2026-01-02",
                uuid(n),
                "");
    }

    private static String text(String typeName, int n) {
        String text = "holdfast-" + n;
        int length = typeName.contains("(") ? length(typeName) : text.length();
        return text.length() <= length ? text : text.substring(text.length() - length);
    }

    private static int length(String typeName) {
        Matcher length = LENGTH.matcher(typeName);
        return length.find() ? Integer.parseInt(length.group(1)) : 1;
    }

    /** A UUID that nobody else makes. */
    static String uuid(int n) {
        return "00000000-0000-4000-8000-%012x".formatted(n);
    }

    private static String day(int n) {
        return "2026-01-%02d".formatted(n % 28 + 1);
    }
}
