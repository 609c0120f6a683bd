package dev.holdfast.rls.expression;

import dev.holdfast.rls.tree.BadTree;
import dev.holdfast.rls.tree.Tree;
import java.util.List;
import java.util.Optional;

/** The fields of a node; a missing one is a version of PostgreSQL that is not known, and said. */
record Fields(Tree.Node node) {

    /** The fields of what must be a node. */
    static Fields of(Tree tree) {
        if (tree instanceof Tree.Node node) {
            return new Fields(node);
        }
        throw new BadTree("a node is expected: " + tree);
    }

    boolean has(String name) {
        return node.fields().containsKey(name)
                && !(node.fields().get(name) instanceof Tree.Nothing);
    }

    Tree get(String name) {
        Tree field = node.fields().get(name);
        if (field == null) {
            throw new BadTree(node.type() + " has no " + name);
        }
        return field;
    }

    String word(String name) {
        return switch (get(name)) {
            case Tree.Word word -> word.text();
            case Tree.Text text -> text.text();
            case Tree.Node _, Tree.Sequence _, Tree.Datum _, Tree.Nothing _ ->
                    throw new BadTree(node.type() + "." + name + " is no word");
        };
    }

    long oid(String name) {
        try {
            return Long.parseLong(word(name));
        } catch (NumberFormatException notANumber) {
            throw new BadTree(node.type() + "." + name + " is no number", notANumber);
        }
    }

    int number(String name) {
        return Math.toIntExact(oid(name));
    }

    boolean flag(String name) {
        return word(name).equals("true");
    }

    List<Tree> items(String name) {
        return switch (get(name)) {
            case Tree.Sequence sequence -> sequence.items();
            case Tree.Nothing _ -> List.of();
            case Tree.Node single -> List.of(single);
            case Tree.Word _, Tree.Text _, Tree.Datum _ ->
                    throw new BadTree(node.type() + "." + name + " is no list");
        };
    }

    Expression expression(String name) {
        return ExpressionReader.of(get(name));
    }

    Optional<Expression> optional(String name) {
        return has(name) ? Optional.of(expression(name)) : Optional.empty();
    }

    List<Expression> expressions(String name) {
        return items(name).stream().map(ExpressionReader::of).toList();
    }

    Expression argument(int index) {
        List<Tree> items = items("args");
        if (items.size() <= index) {
            throw new BadTree(node.type() + " has " + items.size() + " arguments");
        }
        return ExpressionReader.of(items.get(index));
    }
}
