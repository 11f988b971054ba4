/// Problems as they are found: so many are kept, the others counted. A file of a million wrong cells must not fill the memory
/// with what is wrong in it.
struct ProblemList {
    static let most = 10_000

    private(set) var list: [Problem] = []
    private(set) var left = 0
    private var leavesErrors = false

    init() {}

    init(_ list: [Problem]) { append(list) }

    mutating func append(_ problem: Problem) {
        // What another list left out is counted on.
        if problem.rule == "more-problems" {
            left += problem.subjects.first.flatMap { Int($0) } ?? 0
            leavesErrors = leavesErrors || problem.gravity == .error
        } else if list.count < ProblemList.most {
            list.append(problem)
        } else {
            left += 1
            leavesErrors = leavesErrors || problem.gravity == .error
        }
    }

    mutating func append(_ problems: [Problem]) { for problem in problems { append(problem) } }

    mutating func append(_ other: ProblemList) {
        append(other.list)
        left += other.left
        leavesErrors = leavesErrors || other.leavesErrors
    }

    func has(_ rule: String) -> Bool { list.contains { $0.rule == rule } }

    /// The list with a last problem that says how many are left out.
    func closed(at place: Problem.Place) -> [Problem] {
        guard left > 0 else { return list }
        return list + [
            Problem(
                "more-problems", [String(left)], at: place, gravity: leavesErrors ? .error : .warning,
                "and \(left) more problems")
        ]
    }
}
