package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.prove.OwnRows;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.witness.ConstantText;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What columns have to hold so that the row's owner sees it, as a solver finds it. */
final class Suggestions {
    private final Optional<OwnRows> rows;
    private final Catalog catalog;
    private final Transaction transaction;
    private final Map<Long, Map<Integer, Optional<String>>> known = new HashMap<>();

    Suggestions(Optional<OwnRows> rows, Catalog catalog, Transaction transaction) {
        this.rows = rows;
        this.catalog = catalog;
        this.transaction = transaction;
    }

    /** Texts by the number of their column; what may be anything is left out. */
    Map<Integer, Optional<String>> of(Relation relation) throws SQLException {
        Map<Integer, Optional<String>> before = known.get(relation.oid());
        if (before != null) {
            return before;
        }
        Map<Integer, Optional<String>> texts = new HashMap<>();
        Optional<Example> example = rows.flatMap(each -> each.of(relation));
        if (example.isPresent() && example.get().target().isPresent()) {
            Example.Line row = example.get().stored().get(example.get().target().get());
            for (Map.Entry<Integer, Example.Content> each : row.columns().entrySet()) {
                Optional<String> text = text(each.getValue(), example.get());
                boolean written =
                        relation.column(each.getKey()).map(Column::generated).orElse(true);
                if (text.isPresent() && !written) {
                    texts.put(each.getKey(), text);
                }
            }
        }
        known.put(relation.oid(), texts);
        return texts;
    }

    private Optional<String> text(Example.Content content, Example example) throws SQLException {
        return switch (content) {
            case Example.Content.Truth truth -> Optional.of(String.valueOf(truth.value()));
            case Example.Content.Text text -> Optional.of(text.text());
            case Example.Content.OfClass of
                    when of.number() != example.user()
                            && example.classes().containsKey(of.number()) ->
                    new ConstantText(catalog, transaction).of(example.classes().get(of.number()));
            case Example.Content.OfClass _,
                    Example.Content.Free _,
                    Example.Content.Present _,
                    Example.Content.Null _ ->
                    Optional.empty();
        };
    }
}
