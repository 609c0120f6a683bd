package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The expressions of the spec for who asks, as policies have them: as a subquery without the row in
 * it, so that PostgreSQL asks once a statement and not once a row, and of the column's type.
 */
final class Asking {
    private static final String CURRENT_USER = "current_user";

    private final Catalog catalog;
    private final ServerFacts facts;
    private final Optional<String> identity;
    private final Optional<String> session;

    Asking(Catalog catalog, Tenancy tenancy, ServerFacts facts, Settings settings) {
        this.catalog = catalog;
        this.facts = facts;
        this.identity = tenancy.identity().map(each -> settings.safely(qualified(each)));
        this.session = tenancy.tenantSession().map(each -> settings.safely(qualified(each)));
    }

    /** A bare {@code uid()} is looked for where the prover looks for it. */
    private String qualified(String expression) {
        String bare = expression.strip();
        boolean isCall = bare.matches("\\w+\\(\\)");
        boolean inPublic =
                isCall
                        && catalog.functions().values().stream()
                                .anyMatch(each ->
                                        each.schema().equals("public")
                                                && each.argumentTypes().isEmpty()
                                                && each.name()
                                                        .equals(
                                                                bare.substring(
                                                                        0, bare.length() - 2)));
        return inPublic ? "public." + bare : bare;
    }

    /** The expression for who asks, without the subquery. */
    Optional<String> plainIdentity() {
        return identity;
    }

    /** The functions of the application that the expressions call, as far as their texts tell. */
    List<Function> functions() {
        String text = identity.orElse("") + " " + session.orElse("");
        return catalog.functions().values().stream()
                .filter(each -> !each.schema().equals("pg_catalog") && isCalled(each, text))
                .toList();
    }

    private static boolean isCalled(Function function, String text) {
        String call =
                "(?i)(?<![\\w.\"])\"?"
                        + Pattern.quote(function.schema())
                        + "\"?\\.\"?"
                        + Pattern.quote(function.name())
                        + "\"?\\s*\\(";
        return text.contains(function.name()) && Pattern.compile(call).matcher(text).find();
    }

    /** Whether each user is a role. */
    boolean byRole() {
        return identity.filter(each -> each.equalsIgnoreCase(CURRENT_USER)).isPresent();
    }

    /** Who asks, to be compared with a column. */
    String identity(Column column) {
        return "(SELECT " + cast(identity.orElseThrow(), facts.identity().orElse(0L), column) + ")";
    }

    /** That a column is the session's tenant, or one of its tenants. */
    String isOfSession(Column column) {
        long type = facts.session().orElse(0L);
        Type of = catalog.types().get(type);
        String left = Names.of(column.name());
        if (of == null || of.element() == 0 || of.category() != 'A') {
            return left + " = (SELECT " + cast(session.orElseThrow(), type, column) + ")";
        }
        // The column is cast and not the array, so that it is the spec's own array that decides.
        // The
        // cast outside makes it one: ANY (SELECT …) would compare with the rows of a query.
        return "%s%s = ANY ((SELECT %s)::%s)"
                .formatted(
                        left,
                        isOneFamily(of.element(), column.type()) ? "" : "::" + format(of.element()),
                        session.orElseThrow(),
                        format(of.element()) + "[]");
    }

    private String cast(String expression, long type, Column column) {
        return isOneFamily(type, column.type())
                ? expression
                : expression.matches("[\\w.]+(\\(\\))?")
                        ? expression + "::" + Names.type(column)
                        : "(" + expression + ")::" + Names.type(column);
    }

    /** Whether PostgreSQL compares them, and by an index, as they are. */
    private boolean isOneFamily(long left, long right) {
        Type one = catalog.types().get(catalog.baseType(left));
        Type other = catalog.types().get(catalog.baseType(right));
        return catalog.baseType(left) == catalog.baseType(right)
                || (one != null
                        && other != null
                        && one.kind() == 'b'
                        && other.kind() == 'b'
                        && ((one.category() == 'S' && other.category() == 'S')
                                || (isInteger(one) && isInteger(other))));
    }

    private static boolean isInteger(Type type) {
        return type.name().equals("int2")
                || type.name().equals("int4")
                || type.name().equals("int8");
    }

    private String format(long type) {
        Type of = catalog.types().get(type);
        if (of == null || of.schema().equals("pg_catalog")) {
            return of == null ? "text" : of.name();
        }
        return Names.of(of.schema()) + "." + Names.of(of.name());
    }
}
