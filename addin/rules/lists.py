"""The lists as a whole: projects and their tasks, and who answers for what."""

import datetime as dt
from collections.abc import Iterator

from addin.basis import ARITHMETIC, TEMPLATE
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.indicator import indicator_named, without_body
from addin.likeness import offer_number
from addin.rule import Found, known, rule
from workbook.derive import CANCELLED, DONE, tasks_by_project, tasks_of
from workbook.doubt import unreadable
from workbook.ledger import Ledgers, Row
from workbook.tables import DUTIES, INDICATORS, KEY_WORK, PROJECTS, SELF_CHECKS, TASKS

WHOLE = 100
OWNED = (DUTIES, PROJECTS, TASKS, KEY_WORK, SELF_CHECKS)


@rule(
    "TASK-001",
    ENTRY,
    ERROR,
    each=TASKS,
    basis=TEMPLATE,
    needs=((PROJECTS, "id"),),
    says="所属项目“{project}”不在重点项目清单里。",
    why="项目的进度由它的任务算出，对不上号的任务不会计入。",
    fix="{near}请核对项目编号；不属于哪个项目的，清空这一格。",
)
def task_without_its_project(row: Row) -> Found:
    """Find tasks whose project stands on no row."""
    projects = row.ledgers["projects"].by_id
    if row["project"] is not None and row["project"] not in projects:
        yield row.at("project", **offer_number(row["project"], projects))


@rule(
    "TASK-002",
    ENTRY,
    WARNING,
    basis=ARITHMETIC,
    says="同一项目的别的任务有权重，这一项空着。",
    why="空着的按 0 算，它完成与否都不影响项目进度。",
    fix="给每项任务都填上权重，合计 100；不分轻重的，全部清空。",
)
def weight_left_out(ledgers: Ledgers) -> Found:
    """Find tasks without a weight in a project that gives some."""
    for tasks in _weighted(ledgers):
        for task in tasks:
            if task["weight"] is None and not unreadable(task, "weight"):
                yield task.at("weight")


@rule(
    "TASK-003",
    ENTRY,
    WARNING,
    basis=ARITHMETIC,
    says="项目{project}各任务的权重合计是 {total}，不是 100。",
    why="进度按权重折算，合计不是 100，各项所占的份量就说不清。",
    fix="请调整这个项目各任务的权重，合计为 100。",
)
def weights_not_a_hundred(ledgers: Ledgers) -> Found:
    """Find projects whose weights do not add up; the first of them is marked."""
    for tasks in _weighted(ledgers):
        weights = [task["weight"] for task in tasks]
        if None not in weights and round(sum(weights), 2) != WHOLE:
            yield tasks[0].at("weight", total=sum(weights))


def _weighted(ledgers: Ledgers) -> Iterator[list[Row]]:
    """Yield the tasks of each project in which any has a weight; cancelled ones do not count."""
    tasks = tasks_by_project(ledgers).values()
    return (rows for rows in tasks if any(row["weight"] is not None for row in rows))


@rule(
    "TASK-004",
    ENTRY,
    WARNING,
    each=TASKS,
    basis=TEMPLATE,
    says="任务时限 {due}晚于所属项目的时限 {whole}。",
    why="项目要在它的任务都完成以后才算完成。",
    fix="请对照原来的计划核对，改正写错的一处；确需延后的，按程序报批后改项目的时限。",
)
def task_due_after_its_project(row: Row) -> Found:
    """Find tasks that fall due after their project."""
    project = row.ledgers["projects"].by_id.get(row["project"] or "")
    last, whole = _due(row), _due(project) if project is not None else None
    if project is not None and last is not None and whole is not None and last > whole:
        yield row.at("due", whole=project["due"])


def _due(row: Row) -> dt.date | None:
    return row["due"].day if row["due"] else None


@rule(
    "PROJ-001",
    ENTRY,
    WARNING,
    each=PROJECTS,
    basis=TEMPLATE,
    needs=((TASKS, "status"),),
    says="项目状态是“完成”，它的任务只完成 {done} 项，共 {all} 项。",
    why="项目进度由任务算出，两处说法不一致。",
    fix="请核对各任务和项目的状态；不再做的任务，状态改为“调整取消”。",
)
def project_done_before_its_tasks(row: Row) -> Found:
    """Find projects called done whose tasks are not."""
    done, tasks = _counts(row)
    if row["status"] == DONE and done < tasks:
        yield row.at("status", done=done, all=tasks)


@rule(
    "PROJ-002",
    ENTRY,
    HINT,
    each=PROJECTS,
    basis=TEMPLATE,
    needs=((TASKS, "status"),),
    says="任务 {all} 项都已完成，项目状态还是“{status}”。",
    why="项目完成数按项目的状态数。",
    fix="已经验收的，把项目状态改为“完成”；还要验收的，不用处理。",
)
def project_open_after_its_tasks(row: Row) -> Found:
    """Find open projects all of whose tasks are done."""
    done, tasks = _counts(row)
    still_open = row["status"] in ("未开始", "进行中") and row.later("status") is None
    if tasks and done == tasks and still_open:
        yield row.at("status", all=tasks)


@rule(
    "PROJ-003",
    ENTRY,
    HINT,
    each=PROJECTS,
    basis=TEMPLATE,
    needs=((TASKS, "project"),),
    says="项目{id}没有分解任务。",
    why="项目进度由任务算出，没有任务就没有进度。",
    fix="在重点任务立项分解表里写上它的任务；不用分解的，不用处理。",
)
def project_without_tasks(row: Row) -> Found:
    """Find projects that no task belongs to."""
    if known(row["id"]) and row["status"] != CANCELLED and not _counts(row)[1]:
        yield row.at("id")


def _counts(project: Row) -> tuple[int, int]:
    """Count the tasks of a project that are done, and all of them."""
    tasks = tasks_of(project)
    return sum(task["status"] == DONE for task in tasks), len(tasks)


@rule(
    "DUTY-001",
    ENTRY,
    WARNING,
    basis=TEMPLATE,
    says="{rows}没有写责任人。",
    why="没有责任人的工作等于没有落实{attached}。",
    fix="按支部分工填写责任人。",
)
def work_without_an_owner(ledgers: Ledgers) -> Found:
    """Find duties, projects, tasks and the like that nobody answers for; a table without any is told once."""
    for table in OWNED:
        rows = ledgers[table.key].rows
        blank = [row for row in rows if row["owner"] is None and not unreadable(row, "owner")]
        whole = len(blank) == len(rows) > 1
        facts = {
            "rows": f"这张表的 {len(rows)} 行都" if whole else "",
            "attached": "，总结的附件里也会空着" if table.attached else "",
        }
        yield from (row.at("owner", **facts) for row in (blank[:1] if whole else blank))


@rule(
    "DUTY-002",
    ENTRY,
    HINT,
    each=DUTIES,
    basis=TEMPLATE,
    needs=((INDICATORS, "name"),),
    says="{none_kept}，“{indicator}”不会有数，这一项责任用不上。",
    why="用不上的责任留在清单里，会写进总结附件，也会一直显示没有完成。",
    fix="不适用的，状态选“调整取消”或删去这一行；基本信息填错了的，请改正。",
)
def duty_towards_a_body_not_kept(row: Row) -> Found:
    """Find duties about Party groups or a committee that the branch does not have."""
    indicator = indicator_named(row.ledgers, row["indicator"])
    none_kept = without_body(indicator) if indicator else ""
    if none_kept and row["status"] not in (DONE, CANCELLED):
        yield row.at("indicator", none_kept=none_kept)


RULES = (
    task_without_its_project, weight_left_out, weights_not_a_hundred, task_due_after_its_project,
    project_done_before_its_tasks, project_open_after_its_tasks, project_without_tasks, work_without_an_owner,
    duty_towards_a_body_not_kept,
)  # fmt: skip
