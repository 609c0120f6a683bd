package dev.holdfast.rls.expression;

import dev.holdfast.rls.expression.Query.From;
import dev.holdfast.rls.expression.Query.JoinType;
import dev.holdfast.rls.expression.Query.Range;
import dev.holdfast.rls.tree.BadTree;
import dev.holdfast.rls.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes queries of node trees (PostgreSQL, src/include/nodes/parsenodes.h). */
public final class QueryReader {
    private static final int SELECT = 1;

    private QueryReader() {}

    /**
     * The queries of a view's rule or of a function's body.
     *
     * @throws BadTree when the text is no node tree
     */
    public static List<Query> all(Tree tree) {
        List<Query> queries = new ArrayList<>();
        collect(tree, queries);
        return queries;
    }

    private static void collect(Tree tree, List<Query> found) {
        switch (tree) {
            case Tree.Node node when node.type().equals("QUERY") -> found.add(of(node));
            case Tree.Sequence sequence -> sequence.items().forEach(each -> collect(each, found));
            case Tree.Node _, Tree.Word _, Tree.Text _, Tree.Datum _, Tree.Nothing _ -> {}
        }
    }

    /** The query of a node. */
    public static Query of(Tree tree) {
        Fields query = Fields.of(tree);
        List<Range> range = new ArrayList<>();
        for (Tree each : query.items("rtable")) {
            range.add(range(Fields.of(each)));
        }
        List<Expression> targets = new ArrayList<>();
        for (Tree each : query.items("targetList")) {
            Fields target = Fields.of(each);
            if (!target.flag("resjunk")) {
                targets.add(target.expression("expr"));
            }
        }
        return inFrom(
                new Query(range, from(Fields.of(query.get("jointree"))), targets, beyond(query)));
    }

    /** {@code SELECT f()} of a function that gives rows is {@code SELECT x FROM f() x}. */
    private static Query inFrom(Query query) {
        boolean alone =
                query.beyond().equals(List.of("hasTargetSRFs"))
                        && query.range().isEmpty()
                        && query.from() instanceof From.Product product
                        && product.where().isEmpty()
                        && query.targets().size() == 1;
        if (alone && query.targets().getFirst() instanceof Expression.Call call && call.set()) {
            return new Query(
                    List.of(new Range.OfFunctions(List.of(call))),
                    new From.Product(List.of(new From.Entry(1)), Optional.empty()),
                    List.of(new Expression.ColumnOf(1, 1, 0, call.type())),
                    List.of());
        }
        return query;
    }

    private static List<String> beyond(Fields query) {
        List<String> beyond = new ArrayList<>();
        if (query.number("commandType") != SELECT) {
            beyond.add("it is no SELECT");
        }
        for (String flag : List.of("hasAggs", "hasWindowFuncs", "hasTargetSRFs", "hasDistinctOn")) {
            if (query.flag(flag)) {
                beyond.add(flag);
            }
        }
        for (String part :
                List.of(
                        "cteList",
                        "groupClause",
                        "groupingSets",
                        "havingQual",
                        "windowClause",
                        "limitOffset",
                        "limitCount",
                        "rowMarks",
                        "setOperations")) {
            if (query.has(part)) {
                beyond.add(part);
            }
        }
        return beyond;
    }

    /** The numbers are those of {@code RTEKind}. */
    private static Range range(Fields entry) {
        return switch (entry.number("rtekind")) {
            case 0 -> relation(entry);
            case 1 -> new Range.OfQuery(of(entry.get("subquery")));
            case 2 -> new Range.OfJoin(entry.expressions("joinaliasvars"));
            case 3 -> functions(entry);
            case 5 -> values(entry);
            case 8 -> new Range.OfResult();
            default -> new Range.OfOther("range " + entry.number("rtekind"));
        };
    }

    /** All of its rows; those of the table alone, or a sample of them, are others. */
    private static Range relation(Fields entry) {
        if (!(entry.get("tablesample") instanceof Tree.Nothing)) {
            return new Range.OfOther("TABLESAMPLE");
        }
        return entry.flag("inh")
                ? new Range.OfRelation(entry.oid("relid"))
                : new Range.OfOther("FROM ONLY");
    }

    private static Range functions(Fields entry) {
        if (entry.flag("funcordinality")) {
            return new Range.OfOther("WITH ORDINALITY");
        }
        List<Expression> functions = new ArrayList<>();
        for (Tree each : entry.items("functions")) {
            functions.add(Fields.of(each).expression("funcexpr"));
        }
        return new Range.OfFunctions(functions);
    }

    private static Range values(Fields entry) {
        List<List<Expression>> rows = new ArrayList<>();
        for (Tree row : entry.items("values_lists")) {
            if (!(row instanceof Tree.Sequence fields)) {
                throw new BadTree("VALUES has no rows");
            }
            rows.add(fields.items().stream().map(ExpressionReader::of).toList());
        }
        return new Range.OfValues(rows);
    }

    private static From from(Fields fields) {
        return switch (fields.node().type()) {
            case "RANGETBLREF" -> new From.Entry(fields.number("rtindex"));
            case "JOINEXPR" ->
                    new From.Join(
                            joinType(fields.number("jointype")),
                            from(Fields.of(fields.get("larg"))),
                            from(Fields.of(fields.get("rarg"))),
                            fields.optional("quals"));
            case "FROMEXPR" -> {
                List<From> parts = new ArrayList<>();
                for (Tree each : fields.items("fromlist")) {
                    parts.add(from(Fields.of(each)));
                }
                Optional<Expression> where = fields.optional("quals");
                yield new From.Product(parts, where);
            }
            default -> throw new BadTree("nothing to select from: " + fields.node().type());
        };
    }

    private static JoinType joinType(int number) {
        return switch (number) {
            case 0 -> JoinType.INNER;
            case 1 -> JoinType.LEFT;
            case 2 -> JoinType.FULL;
            case 3 -> JoinType.RIGHT;
            default -> JoinType.OTHER;
        };
    }
}
