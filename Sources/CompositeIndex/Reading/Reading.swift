/// What came of reading a table, or a table and its framework.
public struct Reading: Sendable {
    public var layout: Layout
    /// By period; one edition with an empty period if the table has none. Columns: indicators and denominators.
    public var panel: Panel
    /// Empty without a framework.
    public var framework: FrameworkTable
    /// Codes of the columns of the panel that are indicators, in the order of the table.
    public var indicators: [String]
    public var denominators: [String]
    public var groupings: [String]
    /// Errors and warnings, each with its cell.
    public var problems: [Problem]
    /// What was found out about the table and is no fault: layout, columns, marks for missing cells.
    public var notes: [Problem]

    public var nodes: [Node] { framework.nodes }
    public var isSound: Bool { !problems.contains { $0.gravity == .error } }
}
