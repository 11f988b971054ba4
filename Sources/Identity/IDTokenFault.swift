/// Why a provider's answer is not believed: for the operator's log. It holds nothing that came from a person.
enum IDTokenFault: Error, Hashable {
    case discovery(String)
    case answer
    case form
    case algorithm
    case key
    case signature
    case issuer
    case audience
    case expired
    case issuedAt
    case nonce
    case subject
}
