import CGLPK
import Glibc
import Synchronization

/// A linear programme, solved by the simplex method of GLPK. It may be changed and solved again: each solution starts from the
/// basis of the one before.
///
/// GLPK keeps its memory by thread, so a programme must be made, used and forgotten on one thread: it is neither sendable nor
/// copyable, and must not be held over an `await`.
public struct LinearProgramme: ~Copyable {
    public enum Goal: Sendable { case minimum, maximum }

    public enum Failure: Error, Hashable, Sendable {
        /// A bound, coefficient or cost is missing or infinite.
        case notFinite
        /// No point satisfies all rows.
        case infeasible
        case unbounded
        /// GLPK gave up, with its own number.
        case unsolved(Int32)
    }

    /// What a row or a column may be. At least one number of a range must differ from the other: else it is fixed.
    public enum Bounds: Sendable {
        case free
        case atLeast(Double)
        case atMost(Double)
        case between(Double, Double)
        case fixed(Double)
    }

    private let problem: OpaquePointer
    private var parameters = glp_smcp()
    private var finite = true

    /// Rows are free and columns at least 0, until something else is said. Counted from 0.
    public init(_ goal: Goal, rows: Int, columns: Int) {
        GLPK.enter()
        glp_term_out(GLP_OFF)
        problem = glp_create_prob()
        glp_set_obj_dir(problem, goal == .minimum ? GLP_MIN : GLP_MAX)
        if rows > 0 { glp_add_rows(problem, Int32(rows)) }
        if columns > 0 { glp_add_cols(problem, Int32(columns)) }
        for column in 0..<max(columns, 0) { glp_set_col_bnds(problem, Int32(column + 1), GLP_LO, 0, 0) }
        glp_init_smcp(&parameters)
        parameters.msg_lev = GLP_MSG_OFF
        parameters.meth = GLP_DUALP
        parameters.tol_bnd = 1e-9
        parameters.tol_dj = 1e-9
    }

    deinit {
        glp_delete_prob(problem)
        GLPK.leave()
    }

    public mutating func bound(row: Int, _ bounds: Bounds) {
        let (kind, low, high) = code(bounds)
        glp_set_row_bnds(problem, Int32(row + 1), kind, low, high)
    }

    public mutating func bound(column: Int, _ bounds: Bounds) {
        let (kind, low, high) = code(bounds)
        glp_set_col_bnds(problem, Int32(column + 1), kind, low, high)
    }

    public mutating func setCost(_ cost: Double, column: Int) {
        finite = finite && cost.isFinite
        glp_set_obj_coef(problem, Int32(column + 1), cost.isFinite ? cost : 0)
    }

    /// Replaces a column's coefficients; the rows must differ.
    public mutating func setColumn(_ column: Int, _ entries: [(row: Int, coefficient: Double)]) {
        finite = finite && entries.allSatisfy(\.coefficient.isFinite)
        guard finite else { return }
        // GLPK counts from 1.
        let rows = [0] + entries.map { Int32($0.row + 1) }, coefficients = [0] + entries.map(\.coefficient)
        glp_set_mat_col(problem, Int32(column + 1), Int32(entries.count), rows, coefficients)
    }

    /// The goal's value. Throws `Failure`.
    public mutating func solve() throws(Failure) -> Double {
        guard finite else { throw .notFinite }
        var outcome = glp_simplex(problem, &parameters)
        if outcome != 0 {
            // A basis that has become singular by changed coefficients: from the beginning.
            glp_std_basis(problem)
            outcome = glp_simplex(problem, &parameters)
        }
        guard outcome == 0 else { throw .unsolved(outcome) }
        switch glp_get_status(problem) {
        case GLP_OPT: return glp_get_obj_val(problem)
        case GLP_NOFEAS, GLP_INFEAS: throw .infeasible
        case GLP_UNBND: throw .unbounded
        default: throw .unsolved(glp_get_status(problem))
        }
    }

    /// Begins the next solution from no basis.
    public mutating func forgetBasis() { glp_std_basis(problem) }

    /// Of the last solution.
    public func value(column: Int) -> Double { glp_get_col_prim(problem, Int32(column + 1)) }

    /// What the goal would gain by one unit more on the right-hand side of the row (its dual value).
    public func price(row: Int) -> Double { glp_get_row_dual(problem, Int32(row + 1)) }

    private mutating func code(_ bounds: Bounds) -> (kind: Int32, low: Double, high: Double) {
        let result: (kind: Int32, low: Double, high: Double) =
            switch bounds {
            case .free: (GLP_FR, 0, 0)
            case .atLeast(let low): (GLP_LO, low, 0)
            case .atMost(let high): (GLP_UP, 0, high)
            case .between(let low, let high): low < high ? (GLP_DB, low, high) : (GLP_FX, low, low)
            case .fixed(let value): (GLP_FX, value, value)
            }
        finite = finite && result.low.isFinite && result.high.isFinite
        return finite ? result : (GLP_FR, 0, 0)
    }
}

/// GLPK has an environment per thread if it was built so, as all distributions do; else one programme at a time.
private enum GLPK {
    static let isPerThread = glp_config("TLS") != nil
    static let lock = Turn()

    static func enter() { if !isPerThread { lock.take() } }
    static func leave() { if !isPerThread { lock.give() } }

    /// A lock that is held as long as a programme lives, which no closure spans.
    final class Turn: Sendable {
        private let taken = Atomic(false)

        func take() {
            while taken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged == false {
                sched_yield()
            }
        }

        func give() { taken.store(false, ordering: .releasing) }
    }
}
