import Base
import Synchronization

@testable import People

/// A provider as the hall wires one in: what it vouches for is set by the test. The protocol behind it is Identity's.
final class TestIdentities: Sendable {
    let issuer: String
    private let trustsEmail: Bool
    private let answers = Mutex<[String: SignInProvider.Identity]>([:])
    let departures = Mutex<[SignInProvider.Departure]>([])

    init(issuer: String = "https://id.example", trustsEmail: Bool = false) {
        self.issuer = issuer
        self.trustsEmail = trustsEmail
    }

    /// From now on `code` is worth that.
    func put(_ code: String, subject: String, email: String? = nil, isVerified: Bool = false) {
        let identity = SignInProvider.Identity(issuer: issuer, subject: subject, email: email, isEmailVerified: isVerified)
        answers.withLock { $0[code] = identity }
    }

    var provider: SignInProvider {
        SignInProvider(
            key: "uni", name: "Uni <1>", issuer: issuer, trustsEmail: trustsEmail,
            depart: { departure in
                self.departures.withLock { $0.append(departure) }
                return self.issuer + "/authorize?state=" + departure.state
            },
            arrive: { code, departure in
                guard self.departures.withLock({ $0.contains(departure) }), let identity = self.answers.withLock({ $0[code] })
                else { throw Refusal(.forbidden, "provider.refusal.answer") }
                return identity
            })
    }
}
