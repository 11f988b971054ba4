import Base

/// Who acts on the command line: whoever can start the program on the data may do everything with it. The audit trail
/// shows this id, which is no person's.
enum Operator {
    static let viewer = Viewer(
        person: Identifier(stored: "00000000-0000-7000-8000-000000000000"), name: "operator", grants: [Grant(.administrator)])
}
