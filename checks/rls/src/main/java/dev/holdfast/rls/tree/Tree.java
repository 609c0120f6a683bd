package dev.holdfast.rls.tree;

import java.util.List;
import java.util.Map;

/**
 * A part of a node tree in the form of {@code nodeToString} (PostgreSQL,
 * src/backend/nodes/outfuncs.c), which is what {@code pg_node_tree} columns hold.
 */
public sealed interface Tree {

    /**
     * {@code {TYPE :name value …}}.
     *
     * @param type in capitals, as it is written
     */
    record Node(String type, Map<String, Tree> fields) implements Tree {
        public Node {
            fields = Map.copyOf(fields);
        }
    }

    /** {@code (…)}: a list, or numbers behind the letter that says what they are. */
    record Sequence(List<Tree> items) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A number, a name, a truth value. */
    record Word(String text) implements Tree {}

    /** {@code "…"}: a string node. */
    record Text(String text) implements Tree {}

    /**
     * The bytes of a constant.
     *
     * @param length how long its type says it is
     * @param hex two lower-case digits a byte
     */
    record Datum(long length, String hex) implements Tree {}

    /** {@code <>}: nothing stands there. */
    record Nothing() implements Tree {}
}
