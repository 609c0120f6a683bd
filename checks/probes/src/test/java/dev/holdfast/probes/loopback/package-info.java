/** A wire and a server of sockets on loopback, for the tests of cors, access and isolation. */
@NullMarked
package dev.holdfast.probes.loopback;

import org.jspecify.annotations.NullMarked;
