package dev.holdfast.rls.server.sql;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.util.List;

/** A script is cut into statements that stand in it, in their order, on their lines. */
public final class SqlScriptTarget implements Target {

    @Override
    public String name() {
        return "sql-script";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "create table t (id int); -- a\n/* b /* c */ */ select $$;$$, $x$;$x$, ';', \";\";\n",
                "create function f() returns int language sql begin atomic select case when true then 1"
                        + " end; end;\ncopy t from stdin;\n1;\n\\.\nselect 1",
                "\\set x 1\nselect E'a\\';b', U&'\\0041;';\nbegin; commit;",
                "do $$ begin perform 1; end $$; ((;));");
    }

    @Override
    public void run(byte[] input) {
        String text = Text.of(input);
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        int from = 0;
        for (SqlStatement each : SqlScript.statements(text)) {
            int at = text.indexOf(each.text(), from);
            if (each.text().isBlank() || at < 0 || each.line() < 1 || each.line() > lines) {
                throw new AssertionError("a statement that does not stand there: " + each);
            }
            from = at;
        }
    }
}
