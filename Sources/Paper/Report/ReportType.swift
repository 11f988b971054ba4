/// The sizes of a report, in points: a scale of a little more than a sixth, a serif for what is read, a sans for what orders it.
enum ReportType {
    static let body = TextStyle(face: .serif, size: 10.5, leading: 1.46)
    static let quote = TextStyle(face: .serif, size: 10.5, colour: .softInk, leading: 1.46)
    static let code = TextStyle(face: .sans, size: 8.4, leading: 1.42, role: .code)
    static let head = TextStyle(face: .sans, isBold: true, size: 8.5, colour: .softInk, leading: 1.3, role: .headCell)
    static let cell = TextStyle(face: .sans, size: 9, leading: 1.34, role: .cell)
    static let figure = TextStyle(face: .sans, isBold: true, size: 10, leading: 1.3, role: .caption)
    static let note = TextStyle(face: .sans, size: 8.5, colour: .softInk, leading: 1.36)
    static let page = TextStyle(face: .sans, size: 8, colour: .softInk, role: .none)

    /// What a heading of a level looks like, and its room above and below.
    static func heading(_ level: Int, _ accent: PaperColour) -> (style: TextStyle, above: Double, below: Double) {
        let roles: [TextStyle.Role] = [.heading, .third, .fourth, .fifth, .sixth, .sixth]
        let role = roles[max(0, min(5, level - 1))]
        switch level {
        case ...1: return (TextStyle(face: .sans, isBold: true, size: 18.5, colour: accent, leading: 1.2, role: role), 30, 11)
        case 2: return (TextStyle(face: .sans, isBold: true, size: 13.5, leading: 1.24, role: role), 22, 7)
        case 3: return (TextStyle(face: .sans, isBold: true, size: 11, leading: 1.3, role: role), 16, 5)
        default: return (TextStyle(face: .sans, isBold: true, size: 9.6, colour: .softInk, leading: 1.3, role: role), 13, 4)
        }
    }
}
