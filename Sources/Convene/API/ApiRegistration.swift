import Base

/// A registration as the interface for programs shows it to organisers. What was answered to the organiser's forms is not in
/// it, nor what would open the registration's own page.
struct ApiRegistration: Encodable, Hashable {
    let id: String
    /// What people say on the telephone.
    let number: String
    let state: String
    /// The kind of place.
    let category: String
    let hasPlace: Bool
    /// Another kind of place for which she waits while keeping the one that she has.
    let wanted: String?
    let name: String
    let latin: String
    let email: String
    let organisation: String
    /// The organisation of the register whose quota counts.
    let member: String?
    /// ISO 3166-1 alpha-2.
    let country: String?
    /// What letters to her are written in.
    let language: String
    let speaks: [String]
    /// Until when a place is kept for her: the form is being filled, or it was offered.
    let heldUntil: String?
    let invoice: String?
    let paidAt: String?
    let createdAt: String
    let confirmedAt: String?
    let endedAt: String?
    let revision: Int

    init(_ one: Registration) {
        id = one.id.text
        number = one.number
        state = one.state.rawValue
        category = one.category.text
        hasPlace = one.hasPlace
        wanted = one.wanted?.text
        name = one.holder.name
        latin = one.holder.latin
        email = one.holder.email
        organisation = one.holder.organisation
        member = one.organisation?.text
        country = one.holder.country.isEmpty ? nil : one.holder.country
        language = one.holder.language.rawValue
        speaks = one.holder.speaks
        heldUntil = one.heldUntil?.description
        invoice = one.invoice
        paidAt = one.paidAt?.description
        createdAt = one.createdAt.description
        confirmedAt = one.confirmedAt?.description
        endedAt = one.endedAt?.description
        revision = one.revision
    }

    /// The tag of a registration as it is.
    static func tag(_ one: Registration) -> String { "\"r\(one.revision)\"" }
}

struct ApiRegistrationPart: Encodable, Hashable {
    let items: [ApiRegistration]
    let next: String?
}
