package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;

/**
 * A script that an attacker may try.
 *
 * @param place whose it is, in words
 * @param line what he writes into the page
 */
record Candidate(Address address, String place, String line) {}
