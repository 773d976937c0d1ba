package org.suyuan.identity;

import java.util.List;

/** What the browser is asked with, in the JSON forms of WebAuthn Level 3 §5.1.8 and §5.1.9; bytes in base64url. */
final class PasskeyOptions {
    private PasskeyOptions() {}

    record Registration(
            RelyingParty rp,
            User user,
            String challenge,
            List<Parameter> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {}

    /** Without a list of credentials: the person picks one of his, and we learn who he is by it. */
    record Login(String challenge, String rpId, long timeout, String userVerification) {}

    record RelyingParty(String id, String name) {}

    record User(String id, String name, String displayName) {}

    record Parameter(String type, long alg) {}

    record Descriptor(String type, String id, List<String> transports) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}
}
