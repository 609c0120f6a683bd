package dev.holdfast.rls.tree;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads node trees. Fields say their own names, so that one reader does for every version. */
public final class TreeReader {
    // Deeper ones would take the thread's stack; PostgreSQL itself stops at max_stack_depth.
    private static final int DEEPEST = 1_000;

    private final TreeTokens tokens;
    private int depth;

    private TreeReader(String text) {
        tokens = new TreeTokens(text);
    }

    /**
     * The tree that a text spells.
     *
     * @throws BadTree when it is none
     */
    public static Tree read(String text) {
        TreeReader reader = new TreeReader(text);
        Tree tree = reader.item(reader.tokens.next());
        if (reader.tokens.hasNext()) {
            throw new BadTree("something follows the tree at " + reader.tokens.at());
        }
        return tree;
    }

    private Tree item(TreeTokens.Token token) {
        return switch (token.kind()) {
            case NODE -> nested(this::node);
            case SEQUENCE -> nested(this::sequence);
            case NOTHING -> new Tree.Nothing();
            case TEXT -> new Tree.Text(token.text());
            case WORD, FIELD -> new Tree.Word(token.text());
            case BYTES, END_OF_BYTES, END_OF_NODE, END_OF_SEQUENCE ->
                    throw new BadTree("a value is missing at " + tokens.at());
        };
    }

    private interface Part {
        Tree read();
    }

    private Tree nested(Part part) {
        if (++depth > DEEPEST) {
            throw new BadTree("more than " + DEEPEST + " nodes in one another");
        }
        Tree tree = part.read();
        depth--;
        return tree;
    }

    private Tree node() {
        String type = tokens.next().text();
        Map<String, Tree> fields = new LinkedHashMap<>();
        while (tokens.peek() != TreeTokens.Kind.END_OF_NODE) {
            TreeTokens.Token name = tokens.next();
            if (name.kind() != TreeTokens.Kind.FIELD) {
                throw new BadTree("a field of " + type + " is expected at " + tokens.at());
            }
            fields.put(name.text().substring(1), value());
        }
        tokens.next();
        return new Tree.Node(type, fields);
    }

    /** At least one item, and all up to the next field. */
    private Tree value() {
        Tree first = item(tokens.next());
        if (tokens.peek() == TreeTokens.Kind.BYTES && first instanceof Tree.Word length) {
            tokens.next();
            return datum(length.text());
        }
        if (tokens.peek() == TreeTokens.Kind.FIELD
                || tokens.peek() == TreeTokens.Kind.END_OF_NODE) {
            return first;
        }
        List<Tree> all = new ArrayList<>(List.of(first));
        while (tokens.peek() != TreeTokens.Kind.FIELD
                && tokens.peek() != TreeTokens.Kind.END_OF_NODE) {
            all.add(item(tokens.next()));
        }
        return new Tree.Sequence(all);
    }

    private Tree datum(String length) {
        StringBuilder hex = new StringBuilder();
        while (tokens.peek() != TreeTokens.Kind.END_OF_BYTES) {
            HexFormat.of().toHexDigits(hex, (byte) number(tokens.next().text()));
        }
        tokens.next();
        return new Tree.Datum(number(length), hex.toString());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new BadTree("not a number: " + text, notANumber);
        }
    }

    private Tree sequence() {
        List<Tree> items = new ArrayList<>();
        while (tokens.peek() != TreeTokens.Kind.END_OF_SEQUENCE) {
            items.add(item(tokens.next()));
        }
        tokens.next();
        return new Tree.Sequence(items);
    }
}
