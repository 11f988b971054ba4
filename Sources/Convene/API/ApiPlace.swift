import Base

/// A kind of place as the interface for programs shows it to everybody: no more than the page on which people choose one.
struct ApiPlace: Encodable, Hashable {
    struct Draw: Encodable, Hashable {
        /// Whoever registers before is in it.
        let until: String
        /// SHA-256 of the seed in hexadecimal digits: public before the draw.
        let commitment: String
        let drawnAt: String?
        /// Absent before the draw.
        let seed: String?
    }
    let id: String
    let name: [String: String]
    let text: [String: String]
    let kind: String
    let mode: String
    let opensAt: String?
    let closesAt: String?
    /// Whether it is open now: `early`, `open` or `closed`.
    let door: String
    let needsCode: Bool
    let needsApproval: Bool
    let hasWaitingList: Bool
    let fee: String
    let price: String
    let isFull: Bool
    /// Absent where there is no limit.
    let left: Int?
    let draw: Draw?

    init(_ category: PlaceCategory, _ count: PlaceCount, at now: Instant) {
        id = category.id.text
        name = category.name.texts
        text = category.text.texts
        kind = category.kind.rawValue
        mode = category.mode.rawValue
        opensAt = category.opens?.description
        closesAt = category.closes?.description
        door = category.door(at: now).rawValue
        needsCode = category.needsCode
        needsApproval = category.needsApproval
        hasWaitingList = category.hasWaitingList
        fee = category.fee.rawValue
        price = category.price
        isFull = !count.isUnlimited && count.free <= 0
        left = count.isUnlimited ? nil : max(0, count.free)
        draw = category.lottery.map {
            Draw(
                until: $0.until.description, commitment: RegistrationNumber.commitment($0.seed),
                drawnAt: $0.drawnAt?.description, seed: $0.drawnAt == nil ? nil : $0.seed)
        }
    }
}

struct ApiPlaceList: Encodable, Hashable {
    let items: [ApiPlace]
}
