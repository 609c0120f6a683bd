package dev.holdfast.rls.expression;

import dev.holdfast.rls.expression.Expression.Truth;
import dev.holdfast.rls.tree.BadTree;
import dev.holdfast.rls.tree.Tree;
import dev.holdfast.rls.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes expressions of node trees (PostgreSQL, src/include/nodes/primnodes.h). Names of nodes
 * changed with PostgreSQL 16; both are read.
 */
public final class ExpressionReader {
    private static final String COLLATION = "inputcollid";

    private ExpressionReader() {}

    /**
     * The expression that a node tree spells.
     *
     * @throws BadTree when the text is no node tree
     */
    public static Expression read(String text) {
        return of(TreeReader.read(text));
    }

    /** The same of a tree that is read. */
    public static Expression of(Tree tree) {
        if (!(tree instanceof Tree.Node node)) {
            throw new BadTree("an expression is a node: " + tree);
        }
        Fields fields = new Fields(node);
        return switch (node.type()) {
            case "VAR" ->
                    new Expression.ColumnOf(
                            fields.number("varno"),
                            fields.number("varattno"),
                            fields.number("varlevelsup"),
                            fields.oid("vartype"));
            case "CONST" -> new Expression.Literal(fields.oid("consttype"), constant(fields));
            case "PARAM" -> parameter(fields);
            case "FUNCEXPR" ->
                    new Expression.Call(
                            fields.oid("funcid"),
                            fields.expressions("args"),
                            fields.oid("funcresulttype"),
                            fields.flag("funcretset"),
                            fields.oid(COLLATION));
            case "OPEXPR" ->
                    new Expression.Operation(
                            fields.oid("opno"),
                            fields.expressions("args"),
                            fields.oid("opresulttype"),
                            fields.oid(COLLATION));
            case "DISTINCTEXPR" ->
                    new Expression.Distinct(
                            fields.oid("opno"),
                            fields.argument(0),
                            fields.argument(1),
                            fields.oid(COLLATION));
            case "NULLIFEXPR" ->
                    new Expression.NullIf(
                            fields.oid("opno"),
                            fields.argument(0),
                            fields.argument(1),
                            fields.oid("opresulttype"),
                            fields.oid(COLLATION));
            case "SCALARARRAYOPEXPR" ->
                    new Expression.OverArray(
                            fields.oid("opno"),
                            fields.flag("useOr"),
                            fields.argument(0),
                            fields.argument(1),
                            fields.oid(COLLATION));
            case "BOOLEXPR" -> bool(fields);
            case "NULLTEST" ->
                    new Expression.NullTest(
                            fields.expression("arg"),
                            fields.number("nulltesttype") == 1,
                            fields.flag("argisrow"));
            case "BOOLEANTEST" -> truth(fields);
            case "RELABELTYPE" ->
                    new Expression.Relabel(fields.expression("arg"), fields.oid("resulttype"));
            case "COERCEVIAIO" ->
                    new Expression.ThroughText(fields.expression("arg"), fields.oid("resulttype"));
            case "ARRAYCOERCEEXPR" ->
                    new Expression.ArrayCast(fields.expression("arg"), fields.oid("resulttype"));
            case "COERCETODOMAIN" ->
                    new Expression.ToDomain(fields.expression("arg"), fields.oid("resulttype"));
            case "COALESCE", "COALESCEEXPR" ->
                    new Expression.Coalesce(fields.expressions("args"), fields.oid("coalescetype"));
            case "CASE", "CASEEXPR" -> choice(fields);
            case "CASETESTEXPR" -> new Expression.CaseValue(fields.oid("typeId"));
            case "ARRAY", "ARRAYEXPR" ->
                    fields.flag("multidims")
                            ? other(node, fields.oid("array_typeid"))
                            : new Expression.ArrayOf(
                                    fields.expressions("elements"), fields.oid("array_typeid"));
            case "SQLVALUEFUNCTION" ->
                    new Expression.SessionValue(fields.number("op"), fields.oid("type"));
            case "SUBLINK" -> subLink(node, fields);
            default -> other(node, 0);
        };
    }

    private static Optional<String> constant(Fields fields) {
        if (fields.flag("constisnull")) {
            return Optional.empty();
        }
        if (fields.get("constvalue") instanceof Tree.Datum datum) {
            // What is passed by value fills the machine's word, of which its length counts.
            int length = (int) Math.min(datum.length() * 2, datum.hex().length());
            return Optional.of(
                    fields.flag("constbyval") ? datum.hex().substring(0, length) : datum.hex());
        }
        throw new BadTree("a constant has no value");
    }

    private static Expression parameter(Fields fields) {
        int number = fields.number("paramid");
        long type = fields.oid("paramtype");
        return switch (fields.number("paramkind")) {
            case 0 -> new Expression.Argument(number, type);
            case 2 -> new Expression.SubqueryColumn(number, type);
            default -> new Expression.Other("PARAM", List.of(), type);
        };
    }

    private static Expression bool(Fields fields) {
        List<Expression> parts = fields.expressions("args");
        return switch (fields.word("boolop")) {
            case "and" -> new Expression.Junction(true, parts);
            case "or" -> new Expression.Junction(false, parts);
            case "not" -> new Expression.Negation(parts.getFirst());
            default -> throw new BadTree("no such boolean operator: " + fields.word("boolop"));
        };
    }

    private static Expression truth(Fields fields) {
        int kind = fields.number("booltesttype");
        Truth asked = kind < 2 ? Truth.TRUE : kind < 4 ? Truth.FALSE : Truth.UNKNOWN;
        return new Expression.TruthTest(fields.expression("arg"), asked, kind % 2 == 1);
    }

    private static Expression choice(Fields fields) {
        List<Expression.When> whens = new ArrayList<>();
        for (Tree each : fields.items("args")) {
            Fields when = Fields.of(each);
            whens.add(new Expression.When(when.expression("expr"), when.expression("result")));
        }
        long type = fields.oid("casetype");
        Expression otherwise =
                fields.optional("defresult")
                        .orElseGet(() -> new Expression.Literal(type, Optional.empty()));
        return new Expression.Case(fields.optional("arg"), whens, otherwise, type);
    }

    /** The numbers are those of {@code SubLinkType}. */
    private static Expression subLink(Tree.Node node, Fields fields) {
        Query query = QueryReader.of(fields.get("subselect"));
        return switch (fields.number("subLinkType")) {
            case 0 -> new Expression.Exists(query);
            case 1 -> new Expression.Among(query, fields.expression("testexpr"), false);
            case 2 -> new Expression.Among(query, fields.expression("testexpr"), true);
            case 4 -> new Expression.ScalarOf(query, type(query));
            case 6 -> new Expression.ArrayFrom(query, type(query));
            default -> other(node, 0);
        };
    }

    private static long type(Query query) {
        return query.targets().isEmpty() ? 0 : Types.of(query.targets().getFirst());
    }

    /**
     * What is not known keeps what is in it, so that its columns and queries are not overlooked.
     */
    private static Expression other(Tree.Node node, long type) {
        List<Expression> inside = new ArrayList<>();
        for (Tree each : node.fields().values()) {
            inside(each, inside);
        }
        return new Expression.Other(node.type(), inside, type);
    }

    private static void inside(Tree tree, List<Expression> found) {
        switch (tree) {
            case Tree.Node node when node.type().equals("QUERY") ->
                    found.add(new Expression.Exists(QueryReader.of(node)));
            case Tree.Node node -> found.add(of(node));
            case Tree.Sequence sequence -> sequence.items().forEach(each -> inside(each, found));
            case Tree.Word _, Tree.Text _, Tree.Datum _, Tree.Nothing _ -> {}
        }
    }
}
