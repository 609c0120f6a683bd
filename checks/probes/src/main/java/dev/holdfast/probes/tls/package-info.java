/** The probe of TLS: certificate, versions, suites, the way from http to https. */
@NullMarked
package dev.holdfast.probes.tls;

import org.jspecify.annotations.NullMarked;
