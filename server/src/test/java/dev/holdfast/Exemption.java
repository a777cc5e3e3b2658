package dev.holdfast;

import dev.holdfast.Finding.Check;

/** Lets one rule be broken in one file, for a reason. */
record Exemption(Check check, String path, String reason) {

    Exemption {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An exemption wants a reason: " + check + " in " + path);
        }
    }

    boolean covers(Finding finding) {
        return check == finding.check() && path.equals(finding.path());
    }
}
