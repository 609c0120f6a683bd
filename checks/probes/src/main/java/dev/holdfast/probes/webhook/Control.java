package dev.holdfast.probes.webhook;

import dev.holdfast.probes.verdict.Finding;
import java.time.Duration;

/**
 * What became of the one event that is right in everything. Refusals count only beside it.
 *
 * @param finding what is said of it
 * @param taken whether the endpoint took it
 * @param why it does not count, when it was not taken
 * @param effect how often it took effect, as the effect's path says
 * @param ahead how far the service's clock is ahead of ours
 * @param signer with the field names that the endpoint reads
 */
record Control(
        Finding finding,
        boolean taken,
        String why,
        ControlEffect effect,
        Duration ahead,
        Signer signer) {}
