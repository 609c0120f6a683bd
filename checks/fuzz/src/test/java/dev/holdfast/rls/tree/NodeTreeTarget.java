package dev.holdfast.rls.tree;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.rls.expression.ExpressionReader;
import dev.holdfast.rls.expression.QueryReader;
import java.util.List;

/** A node tree is read as an expression and as queries, or refused as a bad one. */
public final class NodeTreeTarget implements Target {

    @Override
    public String name() {
        return "node-tree";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "{OPEXPR :opno 2972 :opfuncid 2956 :opresulttype 16 :opretset false :args ({VAR :varno"
                        + " 1 :varattno 2 :vartype 2950 :varlevelsup 0} {FUNCEXPR :funcid 16388"
                        + " :funcresulttype 2950 :funcretset false :args <>})}",
                "{CONST :consttype 25 :constlen -1 :constbyval false :constisnull false :constvalue 8 ["
                        + " 32 0 0 0 111 112 101 110 ]}",
                "({QUERY :commandType 1 :rtable ({RTE :rtekind 0 :relid 16390 :relkind r}) :jointree"
                        + " {FROMEXPR :fromlist ({RANGETBLREF :rtindex 1}) :quals <>} :targetList"
                        + " ({TARGETENTRY :expr {VAR :varno 1 :varattno 1 :vartype 23} :resjunk"
                        + " false})})",
                "{SUBLINK :subLinkType 2 :testexpr {PARAM :paramkind 2 :paramid 1} :subselect \"a\\ b\"}");
    }

    @Override
    public void run(byte[] input) {
        String text = Text.of(input);
        try {
            QueryReader.all(TreeReader.read(text));
        } catch (BadTree refused) {
            // It says so.
        }
        try {
            ExpressionReader.read(text);
        } catch (BadTree refused) {
            // It says so.
        }
    }
}
