/** The browser's side of passkeys (W3C Web Authentication): JSON of the API to what browsers take, and back. */
import { make } from '@/api/rest'
import type { Me } from '@/api/types'

interface Descriptor {
  type: 'public-key'
  id: string
  transports: AuthenticatorTransport[]
}
interface CreationOptions {
  rp: { id: string; name: string }
  user: { id: string; name: string; displayName: string }
  challenge: string
  pubKeyCredParams: PublicKeyCredentialParameters[]
  timeout: number
  excludeCredentials: Descriptor[]
  authenticatorSelection: AuthenticatorSelectionCriteria
  attestation: AttestationConveyancePreference
}
interface RequestOptions {
  challenge: string
  rpId: string
  timeout: number
  userVerification: UserVerificationRequirement
}

/** The device or its owner said no; the browser does not say which. */
export class PasskeyRefused extends Error {}

export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && window.isSecureContext

const bytes = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0)).buffer
const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

export async function addPasskey(label: string): Promise<void> {
  const begun = await make<{ challenge: string; options: CreationOptions }>(
    '/api/identity/me/passkeys/challenges',
  )
  const { options } = begun
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: options.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) })),
      },
    }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  const credential = {
    ...named(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports(),
    },
  }
  await make('/api/identity/me/passkeys', { body: { challenge: begun.challenge, label, credential } })
}

export async function logInByPasskey(): Promise<Me> {
  const begun = await make<{ challenge: string; options: RequestOptions }>(
    '/api/identity/session/passkey-challenges',
  )
  const found = await asked(() =>
    navigator.credentials.get({
      publicKey: { ...begun.options, challenge: bytes(begun.options.challenge) },
    }),
  )
  const response = found.response as AuthenticatorAssertionResponse
  const credential = {
    ...named(found),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
  }
  return make<Me>('/api/identity/session/passkey', { body: { challenge: begun.challenge, credential } })
}

const named = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
})

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return credential
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown
  }
  throw new PasskeyRefused()
}
