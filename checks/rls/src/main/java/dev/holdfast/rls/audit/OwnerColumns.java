package dev.holdfast.rls.audit;

import dev.holdfast.rls.catalog.Column;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Columns that by their name say whose a row is. A guess, which is why it only ever changes how
 * severe a finding is, or asks for a second look.
 */
final class OwnerColumns {
    private static final Pattern NAME =
            Pattern.compile(
                    "(user|owner|author|account|customer|tenant|org|organi[sz]ation|team|workspace|company|profile|member|created_by)(_?id|_?uuid|_user)?+|created_by");

    private OwnerColumns() {}

    static boolean looksLikeOne(Column column) {
        return NAME.matcher(column.name().toLowerCase(Locale.ROOT)).matches();
    }
}
