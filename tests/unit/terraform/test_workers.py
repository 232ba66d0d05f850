"""Workers run every job, whatever threads the system grants."""

import threading

from terraform_twilio.terraform.plugin.workers import MOST_JOBS, Workers


def refuse(function, arguments):
    raise RuntimeError("can't start new thread")


def test_jobs_that_wait_for_each_other_run_at_once():
    workers, all_have_come, done = Workers(), threading.Barrier(20), threading.Barrier(21)

    def job():
        all_have_come.wait(20)
        done.wait(20)

    for _ in range(20):
        workers.submit(job)
    done.wait(20)
    assert not workers.is_full()


def test_without_a_thread_a_job_runs_where_it_is_submitted():
    ran = []
    workers = Workers(start_thread=refuse)
    workers.submit(lambda: ran.append(threading.get_ident()))
    assert ran == [threading.get_ident()]


def test_with_one_thread_the_others_wait_for_it():
    threads, done = [], threading.Semaphore(0)

    def start_once(function, arguments):
        if threads:
            raise RuntimeError("can't start new thread")
        threads.append(threading.Thread(target=function, daemon=True))
        threads[0].start()

    workers = Workers(start_thread=start_once)
    for _ in range(10):
        workers.submit(done.release)
    assert all(done.acquire(timeout=20) for _ in range(10))


def test_it_is_full_when_too_many_jobs_wait():
    workers = Workers(start_thread=lambda function, arguments: None)
    for _ in range(MOST_JOBS):
        assert not workers.is_full()
        workers.submit(lambda: None)
    assert workers.is_full()
