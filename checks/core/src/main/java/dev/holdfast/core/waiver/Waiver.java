package dev.holdfast.core.waiver;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Location;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One finding that a team accepts until a day.
 *
 * @param expires the last day on which it holds, in UTC
 * @param ticket where the work on it is tracked; may be empty
 * @param location where it stands in the waiver file
 */
public record Waiver(
        String id,
        CheckId check,
        WaiverScope scope,
        WaiverKind kind,
        String reason,
        String owner,
        LocalDate created,
        LocalDate expires,
        String ticket,
        Location location) {

    /** How many days it was made for. */
    public long days() {
        return ChronoUnit.DAYS.between(created, expires);
    }

    /** Whether its last day is over. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
