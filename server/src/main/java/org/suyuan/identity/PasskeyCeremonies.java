package org.suyuan.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.suyuan.identity.Passkeys.Passkey;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.Problem;
import org.suyuan.shared.Uuid7;

/**
 * Registering passkeys and logging in by them (W3C Web Authentication Level 3 §7). The checks are WebAuthn4J's, the same
 * library that Spring Security builds on; Spring's own filters are not used because they keep the challenge in a session,
 * which nobody has before he logs in here.
 *
 * <p>The authenticator must verify its owner by finger, face or PIN, so a passkey is two factors. Which make it is nobody
 * asks: no attestation.
 */
@Component
class PasskeyCeremonies {
    private static final Logger log = LoggerFactory.getLogger(PasskeyCeremonies.class);
    private static final String NAME = "Suyuan 溯源";
    private static final String TYPE = "public-key";
    private static final String REQUIRED = "required";
    /** ES256, EdDSA, RS256, in this order of preference. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final WebAuthnManager webAuthn;
    private final AttestedCredentialDataConverter credentials;
    private final Passkeys passkeys;
    private final LoginSteps steps;
    private final Clock clock;

    PasskeyCeremonies(Passkeys passkeys, LoginSteps steps, Clock clock) {
        ObjectConverter converter = new ObjectConverter();
        this.webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
        this.passkeys = passkeys;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param host relying party id; @param address origin */
    record Site(String host, String address) {}

    record Begun<T>(OneTimeToken challenge, T options) {}

    Begun<PasskeyOptions.Registration> beginRegistration(Account account, Site site, Source source) {
        List<Passkey> present = passkeys.of(account.id());
        if (present.size() >= Passkeys.PER_PERSON_MAX) {
            throw new Problem(
                    IdentityProblem.TOO_MANY_PASSKEYS, "expected: at most " + Passkeys.PER_PERSON_MAX + ", remove one");
        }
        String challenge = text(new DefaultChallenge().getValue());
        OneTimeToken step = steps.begin(LoginSteps.Kind.PASSKEY_REGISTRATION, account.id(), challenge, source);
        return new Begun<>(
                step,
                new PasskeyOptions.Registration(
                        new PasskeyOptions.RelyingParty(site.host(), NAME),
                        new PasskeyOptions.User(text(handle(account.id())), account.username(), account.displayName()),
                        challenge,
                        ALGORITHMS.stream()
                                .map(algorithm -> new PasskeyOptions.Parameter(TYPE, algorithm.getValue()))
                                .toList(),
                        LoginSteps.LIFETIME.toMillis(),
                        present.stream()
                                .map(one ->
                                        new PasskeyOptions.Descriptor(TYPE, text(one.credentialId()), one.transports()))
                                .toList(),
                        new PasskeyOptions.Selection(REQUIRED, true, REQUIRED),
                        "none"));
    }

    /** @param credential the browser's answer, as its {@code toJSON()} gives it */
    Passkey register(Account account, OneTimeToken challenge, String label, String credential, Site site) {
        LoginSteps.Step step = steps.take(LoginSteps.Kind.PASSKEY_REGISTRATION, challenge)
                .filter(taken -> account.id().equals(taken.account()))
                .orElseThrow(() -> new Problem(IdentityProblem.LOGIN_STEP_OVER, "challenge"));
        Passkey passkey = verified(account, label, credential, property(site, step.state()));
        if (!passkeys.insert(passkey)) {
            throw new Problem(IdentityProblem.PASSKEY_EXISTS, "credential");
        }
        return passkey;
    }

    private Passkey verified(Account account, String label, String credential, ServerProperty property) {
        List<PublicKeyCredentialParameters> allowed = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        try {
            RegistrationData data = webAuthn.verifyRegistrationResponseJSON(
                    credential, new RegistrationParameters(property, allowed, true, true));
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            Set<AuthenticatorTransport> transports =
                    Objects.requireNonNullElse(data.getTransports(), Set.<AuthenticatorTransport>of());
            return new Passkey(
                    Uuid7.next(clock),
                    account.id(),
                    attested.getCredentialId(),
                    credentials.convert(attested),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS(),
                    transports.stream()
                            .map(AuthenticatorTransport::getValue)
                            .sorted()
                            .toList(),
                    label,
                    clock.instant(),
                    null);
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            throw wrong(e);
        }
    }

    Begun<PasskeyOptions.Login> beginLogin(Site site, Source source) {
        String challenge = text(new DefaultChallenge().getValue());
        OneTimeToken step = steps.begin(LoginSteps.Kind.PASSKEY_LOGIN, null, challenge, source);
        return new Begun<>(
                step, new PasskeyOptions.Login(challenge, site.host(), LoginSteps.LIFETIME.toMillis(), REQUIRED));
    }

    /** Whose passkey it is that answered the challenge. */
    ActorId login(OneTimeToken challenge, String credential, Site site) {
        LoginSteps.Step step = steps.take(LoginSteps.Kind.PASSKEY_LOGIN, challenge)
                .orElseThrow(() -> new Problem(IdentityProblem.LOGIN_STEP_OVER, "challenge"));
        try {
            AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(credential);
            byte[] id = Objects.requireNonNull(data.getCredentialId());
            Passkey passkey =
                    passkeys.byCredential(id).orElseThrow(() -> new IllegalArgumentException("nobody has it"));
            if (!isOwners(passkey, data)) {
                throw new IllegalArgumentException("it says that it is another person's");
            }
            webAuthn.verify(
                    data,
                    new AuthenticationParameters(
                            property(site, step.state()), record(passkey), List.of(id), true, true));
            AuthenticatorData<?> authenticator = Objects.requireNonNull(data.getAuthenticatorData());
            passkeys.used(passkey, authenticator.getSignCount(), authenticator.isFlagBS());
            return passkey.account();
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            throw wrong(e);
        }
    }

    /** WebAuthn §7.2 step 6: a passkey that tells its owner must tell the one we know. */
    private static boolean isOwners(Passkey passkey, AuthenticationData data) {
        byte[] handle = data.getUserHandle();
        return handle == null || MessageDigest.isEqual(handle, handle(passkey.account()));
    }

    private CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signatureCount(),
                credentials.convert(passkey.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                Set.of());
    }

    private static ServerProperty property(Site site, String challenge) {
        return new ServerProperty(
                new Origin(site.address()),
                site.host(),
                new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)));
    }

    /** The library's words are for the log of whoever builds an authenticator; the person learns that it did not work. */
    private static Problem wrong(Exception e) {
        log.info("a passkey is refused: {}", e.getMessage());
        Problem problem = new Problem(IdentityProblem.WRONG_PASSKEY, "credential");
        problem.initCause(e);
        return problem;
    }

    private static byte[] handle(ActorId account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
